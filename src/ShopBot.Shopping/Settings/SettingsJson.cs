using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Settings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ShopSettings))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SettingsJson : JsonSerializerContext;
