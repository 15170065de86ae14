using System.Text.Json.Serialization;

namespace ShopBot.Engine.Stores;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopifyCredentials))]
[JsonSerializable(typeof(WhatsAppCredentials))]
internal sealed partial class StoreJson : JsonSerializerContext;
