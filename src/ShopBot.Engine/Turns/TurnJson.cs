using System.Text.Json.Serialization;

namespace ShopBot.Engine.Turns;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationDocument))]
internal sealed partial class TurnJson : JsonSerializerContext;
