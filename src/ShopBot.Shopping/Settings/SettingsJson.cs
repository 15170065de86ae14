using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
