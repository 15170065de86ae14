using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Events;

namespace ShopBot.Shopify.Consent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MarketingConsentChanged))]
[JsonSerializable(typeof(ConsentChanged))]
internal sealed partial class ConsentJson : JsonSerializerContext;
