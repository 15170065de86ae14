using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A bill with a button to review and pay it inside WhatsApp. Payments work in India, Brazil and Singapore only.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders">orders</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="Details">What is to be paid, and how.</param>
public sealed record OrderDetailsMessage(string Body, OrderDetails Details) : OutgoingMessage
{
    /// <summary>Text, picture, video or file above the body; null shows the picture of the first product.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        OrderDetails.Check(checks, "interactive.action.parameters", Details);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "order_details"u8, Body, Header, Footer);
        writer.WriteString("name"u8, "review_and_pay"u8);
        Details.Write(writer, "parameters"u8);
        InteractiveParts.End(writer);
    }
}
