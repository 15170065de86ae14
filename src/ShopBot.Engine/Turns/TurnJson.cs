using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Turns;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(JsonStringEnumConverter<LaneControl>)])]
[JsonSerializable(typeof(ControlCommand))]
[JsonSerializable(typeof(ConversationHandedOff))]
[JsonSerializable(typeof(ConversationHandedBack))]
[JsonSerializable(typeof(ConversationRestarted))]
[JsonSerializable(typeof(ConsentChanged))]
[JsonSerializable(typeof(OwnerReply))]
internal sealed partial class TurnJson : JsonSerializerContext;
