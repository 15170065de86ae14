using System.Text.Json;
using System.Text.Json.Serialization;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Source-generated JSON of this package.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class FlowJson : JsonSerializerContext;
