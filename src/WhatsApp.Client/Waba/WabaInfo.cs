using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What the platform says about a WhatsApp Business Account. Texts are open sets.</summary>
public sealed record WabaInfo
{
    internal const string Fields =
        "id,name,currency,timezone_id,status,account_review_status,business_verification_status,country,ownership_type,message_template_namespace";

    /// <summary>The account.</summary>
    public required WabaId Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it pays in, such as <c>EUR</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>The platform's number of its time zone.</summary>
    public string? TimezoneId { get; init; }

    /// <summary>Such as <c>ACTIVE</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Such as <c>APPROVED</c>.</summary>
    public string? ReviewStatus { get; init; }

    /// <summary>Such as <c>verified</c>.</summary>
    public string? BusinessVerificationStatus { get; init; }

    /// <summary>Where the business is, such as <c>DE</c>.</summary>
    public string? Country { get; init; }

    /// <summary>Whose it is, such as <c>CLIENT_OWNED</c>.</summary>
    public string? OwnershipType { get; init; }

    /// <summary>The namespace of its templates.</summary>
    public string? TemplateNamespace { get; init; }

    /// <summary>The id and the status.</summary>
    public override string ToString() => $"WabaInfo({Id}, {Status})";

    internal static WabaInfo? Read(JsonElement node) => node.Text("id") is not { Length: > 0 } id
        ? null
        : new WabaInfo
        {
            Id = new WabaId(id),
            Name = node.Text("name"),
            Currency = node.Text("currency"),
            TimezoneId = node.Text("timezone_id"),
            Status = node.Text("status"),
            ReviewStatus = node.Text("account_review_status"),
            BusinessVerificationStatus = node.Text("business_verification_status"),
            Country = node.Text("country"),
            OwnershipType = node.Text("ownership_type"),
            TemplateNamespace = node.Text("message_template_namespace"),
        };
}
