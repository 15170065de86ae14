using System.Text.Json.Serialization;
using ShopBot.Shopping.Events;

namespace ShopBot.Shopify.Tests.Webhooks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderAttributed))]
internal sealed partial class AttributionJson : JsonSerializerContext;
