using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client.Tests.Support;

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonDocument))]
[JsonSerializable(typeof(string))]
internal sealed partial class RawJson : JsonSerializerContext;
