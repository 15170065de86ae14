using System.Text.Json;

namespace Shopify.Client.Tests.Support;

internal sealed record StubRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public JsonElement Json => JsonElement.Parse(Body);

    public JsonElement Variables => Json.GetProperty("variables");
}
