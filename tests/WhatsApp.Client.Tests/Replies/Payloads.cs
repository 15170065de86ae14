using System.Text.Json.Serialization;

namespace WhatsApp.Client.Tests.Replies;

public sealed record AddToCart([property: JsonPropertyName("v")] string VariantId, [property: JsonPropertyName("q")] int Quantity = 1);

public sealed record AddToCartOfLastYear(long Variant);

public sealed record ShowMenu;

public readonly record struct PickSlot(int Hour);

public sealed record Positive
{
    public Positive(int number) => Number = number > 0 ? number : throw new ArgumentException("not positive", nameof(number));

    public int Number { get; }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(AddToCart))]
[JsonSerializable(typeof(AddToCartOfLastYear))]
[JsonSerializable(typeof(ShowMenu))]
[JsonSerializable(typeof(PickSlot))]
[JsonSerializable(typeof(Positive))]
[JsonSerializable(typeof(string))]
public sealed partial class PayloadJson : JsonSerializerContext;
