using System.Text.Json.Serialization;

namespace ShopBot.Engine.Stores;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopifyCredentials))]
[JsonSerializable(typeof(WhatsAppCredentials))]
[JsonSerializable(typeof(BotConfig))]
internal sealed partial class StoreJson : JsonSerializerContext;
