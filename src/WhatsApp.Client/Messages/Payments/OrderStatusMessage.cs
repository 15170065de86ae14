using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// News about an order that an <see cref="OrderDetailsMessage"/> opened. Payments work in India, Brazil and Singapore only.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders">orders</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="ReferenceId">The order's id, as in <see cref="OrderDetails.ReferenceId"/>.</param>
/// <param name="Status">How far it is now. A word that is not known here is a warning.</param>
public sealed record OrderStatusMessage(string Body, string ReferenceId, OrderStatus Status) : OutgoingMessage
{
    private const int SafeDescription = 120;

    /// <summary>Text, picture, video or file above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>Why, such as the reason of a cancellation; null for none. The platform's guides give 120 characters, so more is a warning.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        checks.Required("interactive.action.parameters.reference_id", ReferenceId, int.MaxValue);
        checks.Required("interactive.action.parameters.order.status", Status.Value, int.MaxValue);
        if (!Status.IsKnown)
            checks.Warn("interactive.action.parameters.order.status", MessageFaultKind.Malformed);
        if (Description is not null)
            checks.Disputed("interactive.action.parameters.order.description", Description, SafeDescription, int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "order_status"u8, Body, Header, Footer);
        writer.WriteString("name"u8, "review_order"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteText("reference_id"u8, ReferenceId);
        writer.WriteStartObject("order"u8);
        writer.WriteText("status"u8, Status.Value);
        writer.WriteOptionalText("description"u8, Description);
        writer.WriteEndObject();
        writer.WriteEndObject();
        InteractiveParts.End(writer);
    }
}
