using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A flow to create or change; a member that is null is left out.</summary>
public sealed record FlowDraft
{
    /// <summary>Its name; required to create one.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// <c>SIGN_UP</c>, <c>SIGN_IN</c>, <c>APPOINTMENT_BOOKING</c>, <c>LEAD_GENERATION</c>, <c>CONTACT_US</c>, <c>CUSTOMER_SUPPORT</c>, <c>SURVEY</c> or <c>OTHER</c>;
    /// at least one to create one.
    /// </summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The flow itself as JSON text; only when creating.</summary>
    public string? FlowJson { get; init; }

    /// <summary>Publishes it at once; only when creating, with JSON. It can then be neither edited nor deleted.</summary>
    public bool Publish { get; init; }

    /// <summary>Where its data comes from.</summary>
    public Uri? EndpointUri { get; init; }

    /// <summary>A flow to copy; only when creating.</summary>
    public FlowId? CloneFlowId { get; init; }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteOptionalText("name"u8, Name);
        if (Categories is not null)
            writer.WriteTexts("categories"u8, Categories);
        writer.WriteOptionalText("flow_json"u8, FlowJson);
        if (Publish)
            writer.WriteBoolean("publish"u8, value: true);
        writer.WriteOptionalText("endpoint_uri"u8, EndpointUri?.AbsoluteUri);
        writer.WriteOptionalText("clone_flow_id"u8, CloneFlowId?.Value);
    }
}
