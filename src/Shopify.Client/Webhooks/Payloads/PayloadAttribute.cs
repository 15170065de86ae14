using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A name and a value somebody put on a cart, an order or a line.</summary>
public sealed class PayloadAttribute
{
    private readonly JsonElement _json;

    internal PayloadAttribute(JsonElement json) => _json = json;

    /// <summary>The name.</summary>
    public string? Name => _json.Text("name");

    /// <summary>The value.</summary>
    public string? Value => _json.Text("value");

    /// <summary>The kind only.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PayloadAttribute);
}
