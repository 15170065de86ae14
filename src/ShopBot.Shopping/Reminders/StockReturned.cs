using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Reminders;

/// <summary>A variant is in stock again. Enters the lanes of those who asked for it as the external event <see cref="Kind"/>; stock is looked at again before anything is said.</summary>
/// <param name="VariantId">The variant.</param>
public sealed record StockReturned([property: JsonPropertyName("variant_id")] string VariantId)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "stock.returned";
}
