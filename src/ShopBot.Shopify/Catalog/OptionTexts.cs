using System.ComponentModel;
using ShopBot.Shopping.Catalog;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>The options of a product in another language.</summary>
internal sealed record OptionTexts(string ProductId, IReadOnlyList<OptionText> Options)
{
    /// <summary>The product with its options and values in the language; what stands where, and so which variant is meant, stays.</summary>
    public ProductDetails In(ProductDetails product) => product.Options.Count != Options.Count ? product : product with
    {
        Options = [.. product.Options.Zip(Options, static (option, text) => new ProductChoice(text.Name, [.. option.Values.Select(text.Of)]))],
        Variants = [.. product.Variants.Select(In)],
    };

    /// <summary>The variant with its values in the language.</summary>
    public VariantOffer In(VariantOffer variant)
    {
        if (variant.OptionValues.Count != Options.Count)
            return variant;
        IReadOnlyList<string> values = [.. variant.OptionValues.Zip(Options, static (value, text) => text.Of(value))];
        return variant with { OptionValues = values, Title = variant.Title == Joined(variant.OptionValues) ? Joined(values) : variant.Title };
    }

    public static OptionTexts Of(TranslatedOptions options) => new(options.ProductId, [.. options.Options.Select(OptionText.Of)]);

    private static string Joined(IReadOnlyList<string> values) => string.Join(" / ", values);
}

/// <summary>An option in another language.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its values by what the merchant wrote; one that is missing stays as it is.</param>
internal sealed record OptionText(string Name, IReadOnlyDictionary<string, string> Values)
{
    public string Of(string value) => Values.GetValueOrDefault(value, value);

    /// <summary>Two values that are one word in the language could not be told apart any more; then the merchant's words stand.</summary>
    public static OptionText Of(TranslatedOption option) => option.Values.DistinctBy(static value => value.Translation).Count() == option.Values.Count
        ? new OptionText(option.Translation, option.Values.DistinctBy(static value => value.Name).ToDictionary(static value => value.Name, static value => value.Translation, StringComparer.Ordinal))
        : new OptionText(option.Translation, new Dictionary<string, string>());
}

/// <summary>Options in another language, as they are cached.</summary>
[ImmutableObject(true)]
internal sealed record TranslatedOptionTexts(IReadOnlyList<OptionTexts> Items);
