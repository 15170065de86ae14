using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>What is to be paid, and how.</summary>
/// <param name="ReferenceId">
/// Your own unique id of the order, which payment webhooks name. The platform's Indian guide allows 35 characters, so more is a warning.
/// </param>
/// <param name="Type">What is sold.</param>
/// <param name="Currency">Three letters, such as <c>INR</c>, <c>BRL</c> or <c>SGD</c>.</param>
/// <param name="TotalAmount">What is to be paid in all.</param>
/// <param name="PaymentSettings">The ways to pay, at least one.</param>
public sealed record OrderDetails(
    string ReferenceId, GoodsType Type, string Currency, PaymentAmount TotalAmount, IReadOnlyList<PaymentSetting> PaymentSettings)
{
    private const int SafeReferenceId = 35;

    /// <summary>The items and how the total comes about; null for a bill without items.</summary>
    public PaymentOrder? Order { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(OrderDetails);

    internal static void Check(MessageChecks checks, MessagePath path, OrderDetails? details)
    {
        if (details is null)
        {
            checks.Add(path, MessageFaultKind.Missing);
            return;
        }

        checks.Disputed($"{path}.reference_id", details.ReferenceId, SafeReferenceId, int.MaxValue);
        checks.Required($"{path}.type", details.Type.Value, int.MaxValue);
        if (string.IsNullOrWhiteSpace(details.Currency))
            checks.Add($"{path}.currency", MessageFaultKind.Missing);
        else if (details.Currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            checks.Add($"{path}.currency", MessageFaultKind.Malformed);
        details.TotalAmount.Check(checks, $"{path}.total_amount");
        var settings = details.PaymentSettings ?? [];
        checks.Count($"{path}.payment_settings", settings.Count, 1, int.MaxValue);
        for (var i = 0; i < settings.Count; i++)
            PaymentSetting.Check(checks, $"{path}.payment_settings[{i}]", settings[i]);
        details.Order?.Check(checks, $"{path}.order");
    }

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        writer.WriteText("reference_id"u8, ReferenceId);
        writer.WriteText("type"u8, Type.Value);
        writer.WriteList("payment_settings"u8, PaymentSettings, static (writer, setting) => setting.Write(writer));
        writer.WriteText("currency"u8, Currency);
        TotalAmount.Write(writer, "total_amount"u8);
        Order?.Write(writer);
        writer.WriteEndObject();
    }
}
