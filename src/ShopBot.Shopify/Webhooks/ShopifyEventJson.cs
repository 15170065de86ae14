using System.Text.Json.Serialization;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopify.Webhooks;

[JsonSerializable(typeof(OrderPaid))]
internal sealed partial class ShopifyEventJson : JsonSerializerContext;
