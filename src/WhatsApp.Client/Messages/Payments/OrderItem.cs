using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>One line of a <see cref="PaymentOrder"/>.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Amount">The price of one.</param>
/// <param name="Quantity">How many, at least 1.</param>
public sealed record OrderItem(string Name, PaymentAmount Amount, int Quantity)
{
    /// <summary>The product's own id in the catalogue; null when it is in none.</summary>
    public string? RetailerId { get; init; }

    /// <summary>The reduced price of one, which then makes the subtotal; null for none.</summary>
    public PaymentAmount? SaleAmount { get; init; }

    /// <summary>Where it was made; asked for by Indian law when imported. Null for none.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(OrderItem);

    internal static void Check(MessageChecks checks, MessagePath path, OrderItem? item)
    {
        checks.Required($"{path}.name", item?.Name, 60);
        if (item is null)
            return;
        item.Amount.Check(checks, $"{path}.amount");
        item.SaleAmount?.Check(checks, $"{path}.sale_amount");
        if (item.Quantity < 1)
            checks.Add($"{path}.quantity", MessageFaultKind.TooSmall, 1, item.Quantity);
        checks.Optional($"{path}.retailer_id", item.RetailerId, int.MaxValue);
        checks.Optional($"{path}.country_of_origin", item.CountryOfOrigin, int.MaxValue);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteOptionalText("retailer_id"u8, RetailerId);
        writer.WriteText("name"u8, Name);
        Amount.Write(writer, "amount"u8);
        writer.WriteNumber("quantity"u8, Quantity);
        SaleAmount?.Write(writer, "sale_amount"u8);
        writer.WriteOptionalText("country_of_origin"u8, CountryOfOrigin);
        writer.WriteEndObject();
    }
}
