using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShopBot.Engine.Events;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationStarted))]
[JsonSerializable(typeof(ConversationsMerged))]
[JsonSerializable(typeof(MessageFact))]
[JsonSerializable(typeof(MessageStatusReport))]
[JsonSerializable(typeof(TurnParked))]
internal sealed partial class EventJson : JsonSerializerContext;
