using System.Text.Json.Serialization;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;

namespace ShopBot.Dashboard;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FigureMonth))]
[JsonSerializable(typeof(ProductViewed))]
[JsonSerializable(typeof(CartChanged))]
[JsonSerializable(typeof(CustomerEntered))]
[JsonSerializable(typeof(OrderPaid))]
internal sealed partial class FigureJson : JsonSerializerContext;
