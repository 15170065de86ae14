using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Cart;

/// <summary>A cart in words.</summary>
internal static class CartTexts
{
    /// <summary>The whole cart; of a very long one the first lines, so that the total is never cut off.</summary>
    public static string Describe(ShoppingTexts texts, ShoppingCart cart)
    {
        const int roomForLines = 600;
        var text = new StringBuilder(texts.CartTitle).Append('\n');
        foreach (var line in cart.Lines)
        {
            if (text.Length > roomForLines)
            {
                text.Append("…\n");
                break;
            }

            text.Append(Line(texts, line)).Append('\n');
        }

        if (cart.Code is { } code)
            text.Append(cart.CodeAmount is { } amount ? texts.DiscountLine(FittedText.Cut(code, 40), amount.Format(texts.Culture)) : texts.DiscountNoted(FittedText.Cut(code, 40))).Append('\n');
        return text.Append(texts.Total(TotalOf(texts, cart))).ToString();
    }

    public static string Line(ShoppingTexts texts, CartLine line) => texts.CartLine(line.Quantity, FittedText.Cut(line.Title, 80), line.Total().Format(texts.Culture));

    /// <summary>What is to be paid, as far as it is known.</summary>
    public static string TotalOf(ShoppingTexts texts, ShoppingCart cart)
    {
        var total = cart.Total()!.Value;
        return (cart.CodeAmount is { } off && off.Currency == total.Currency ? total with { Amount = Math.Max(0, total.Amount - off.Amount) } : total).Format(texts.Culture);
    }

    /// <summary>What is not as it was.</summary>
    public static string Explain(ShoppingTexts texts, CartReview review)
    {
        var text = new StringBuilder();
        foreach (var title in review.Gone)
            text.Append(texts.ChangedGone(FittedText.Cut(title, 80))).Append('\n');
        foreach (var line in review.Fewer)
            text.Append(texts.ChangedFewer(FittedText.Cut(line.Title, 80), line.Quantity)).Append('\n');
        foreach (var line in review.Repriced)
            text.Append(texts.ChangedPrice(FittedText.Cut(line.Title, 80), line.Price.Format(texts.Culture))).Append('\n');
        return text.ToString().TrimEnd();
    }
}
