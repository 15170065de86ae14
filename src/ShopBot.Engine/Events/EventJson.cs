using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShopBot.Engine.Events;

/// <summary>The JSON of the engine's own facts, for whoever reads them: <c>occurred.Read(EventJson.Default.TurnParked)</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationStarted))]
[JsonSerializable(typeof(ConversationsMerged))]
[JsonSerializable(typeof(MessageFact))]
[JsonSerializable(typeof(MessageStatusReport))]
[JsonSerializable(typeof(StoreInstalled))]
[JsonSerializable(typeof(StoreUninstalled))]
[JsonSerializable(typeof(TurnParked))]
public sealed partial class EventJson : JsonSerializerContext;
