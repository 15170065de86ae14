using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>The customer inside another payload. Fields are null without approval for protected data.</summary>
public sealed class PayloadCustomer
{
    private readonly JsonElement _json;

    internal PayloadCustomer(JsonElement json) => _json = json;

    /// <summary>The numeric id.</summary>
    public long? Id => _json.Long("id");

    /// <summary>The phone number.</summary>
    public string? Phone => _json.Text("phone");

    /// <summary>The mail address.</summary>
    public string? Email => _json.Text("email");

    /// <summary>The first name.</summary>
    public string? FirstName => _json.Text("first_name");

    /// <summary>The last name.</summary>
    public string? LastName => _json.Text("last_name");

    /// <summary>The kind only.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(PayloadCustomer);
}
