using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A part of an order's total: tax, shipping or discount.</summary>
/// <param name="Amount">How much, never negative.</param>
public sealed record OrderCharge(PaymentAmount Amount)
{
    /// <summary>What the customer reads about it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>For a discount, the programme it comes from; null for none.</summary>
    public string? DiscountProgramName { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(OrderCharge);

    internal static void Check(MessageChecks checks, MessagePath path, OrderCharge? charge, bool required)
    {
        if (charge is not null)
        {
            charge.Amount.Check(checks, path);
            checks.Optional($"{path}.description", charge.Description, int.MaxValue);
            checks.Optional($"{path}.discount_program_name", charge.DiscountProgramName, int.MaxValue);
        }
        else if (required)
        {
            checks.Add(path, MessageFaultKind.Missing);
        }
    }

    internal void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WriteStartObject(name);
        Amount.WriteMembers(writer);
        writer.WriteOptionalText("description"u8, Description);
        writer.WriteOptionalText("discount_program_name"u8, DiscountProgramName);
        writer.WriteEndObject();
    }
}
