using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shopify.Client.Tests.Support;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RawJson : JsonSerializerContext;
