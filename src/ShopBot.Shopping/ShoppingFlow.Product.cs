using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Localization;
using WhatsApp.Client;

namespace ShopBot.Shopping;

/// <content>One product: its picture and price, its variants, and putting one into the cart.</content>
public sealed partial class ShoppingFlow
{
    private async Task ShowProduct(Turn<ShoppingState> turn, OpenProduct tap)
    {
        var texts = TextsOf(turn);
        var product = await catalog.GetProductAsync(turn.Store, tap.Id, turn.Aborted).ConfigureAwait(false);
        if (product is null)
        {
            await Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        turn.Raise(ProductViewed.Kind, new ProductViewed(new ProductNamed(product.Id, product.Title)), ShoppingJson.Default.ProductViewed);
        List<ReplyButton> buttons = [];
        if (product.HasOptions && product.Variants.Any(variant => variant.Available))
            buttons.Add(turn.Button(texts.ButtonChoose, new ChooseVariant(product.Id, 0)));
        else if (product.Variants[0].Available)
            buttons.Add(turn.Button(texts.ButtonAdd, new AddToCart(product.Variants[0].Id)));
        buttons.Add(turn.Button(texts.ButtonKeepShopping, new OpenShop()));
        if (turn.State.Cart.Lines.Count > 0)
            buttons.Add(turn.Button(texts.ButtonCart, new OpenCart()));

        ReplyCard(turn, $"*{product.Title}*\n{PriceOf(texts, product)}", product.Description, product.Image, buttons);
    }

    private async Task ShowVariants(Turn<ShoppingState> turn, ChooseVariant tap)
    {
        var texts = TextsOf(turn);
        var product = await catalog.GetProductAsync(turn.Store, tap.Id, turn.Aborted).ConfigureAwait(false);
        var buyable = product?.Variants.Where(variant => variant.Available).ToList() ?? [];
        var page = buyable.Skip(tap.Page * RowsPerPage).Take(RowsPerPage).ToList();
        if (page.Count == 0)
        {
            await Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(page.Select(variant => variant.Title), FittedText.RowTitle, texts.RowMore);
        var rows = page.Select((variant, i) => turn.Row(titles[i], new OpenVariant(tap.Id, variant.Id), PriceOf(texts, variant))).ToList();
        if (buyable.Count > (tap.Page + 1) * RowsPerPage)
            rows.Add(turn.Row(texts.RowMore, new ChooseVariant(tap.Id, tap.Page + 1), texts.RowMoreHint));
        turn.Reply(new ListMessage($"*{FittedText.Cut(product!.Title, 200)}*\n{texts.AskVariant}", texts.ListVariants, [new ListSection(null, rows)]));
    }

    private async Task ShowVariant(Turn<ShoppingState> turn, OpenVariant tap)
    {
        var texts = TextsOf(turn);
        var product = await catalog.GetProductAsync(turn.Store, tap.Product, turn.Aborted).ConfigureAwait(false);
        var variant = product?.Variants.FirstOrDefault(variant => variant.Id == tap.Id);
        if (variant is null)
        {
            await Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        List<ReplyButton> buttons = [];
        if (variant.Available)
            buttons.Add(turn.Button(texts.ButtonAdd, new AddToCart(variant.Id)));
        buttons.Add(turn.Button(texts.ButtonChoose, new ChooseVariant(tap.Product, 0)));
        buttons.Add(turn.Button(texts.ButtonKeepShopping, new OpenShop()));
        var price = variant.Available ? PriceOf(texts, variant) : texts.SoldOut;
        ReplyCard(turn, $"*{variant.FullTitle}*\n{price}", "", variant.Image ?? product!.Image, buttons);
    }

    private async Task Add(Turn<ShoppingState> turn, AddToCart tap)
    {
        var texts = TextsOf(turn);
        var offers = await catalog.GetVariantsAsync(turn.Store, [tap.Id], turn.Aborted).ConfigureAwait(false);
        if (offers[0] is not { Available: true } offer)
        {
            await Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        var cart = turn.State.Cart.Add(offer, 1);
        Put(turn, cart, new ProductNamed(offer.ProductId, offer.ProductTitle));
        turn.Reply(new ReplyButtonsMessage(
            texts.Added(FittedText.Cut(offer.FullTitle, 200), cart.Pieces(), cart.Total()!.Value.Format(texts.Culture)),
            [
                turn.Button(texts.ButtonCart, new OpenCart()),
                turn.Button(texts.ButtonCheckout, new StartCheckout()),
                turn.Button(texts.ButtonKeepShopping, new OpenShop()),
            ]));
    }

    /// <summary>Picture, text and buttons as one message, since separate ones may arrive in another order.</summary>
    private static void ReplyCard(Turn<ShoppingState> turn, string title, string description, Uri? image, List<ReplyButton> buttons)
    {
        var text = string.IsNullOrWhiteSpace(description) ? title : $"{title}\n\n{description}";
        turn.Reply(new ReplyButtonsMessage(FittedText.Cut(text, FittedText.Body), buttons)
        {
            Header = image is null ? null : new MessageHeader.Image(new MediaSource.ByLink(image)),
        });
    }

    private static string PriceOf(ShoppingTexts texts, ProductDetails product)
    {
        if (!product.Variants.Any(variant => variant.Available))
            return texts.SoldOut;
        var cheapest = product.Variants.MinBy(variant => variant.Price.Amount)!;
        return product.Variants.All(variant => variant.Price == cheapest.Price)
            ? PriceOf(texts, cheapest)
            : texts.From(cheapest.Price.Format(texts.Culture));
    }

    private static string PriceOf(ShoppingTexts texts, VariantOffer variant)
    {
        var price = variant.Price.Format(texts.Culture);
        return variant.CompareAtPrice is { } before && before.Amount > variant.Price.Amount
            ? texts.Sale(price, before.Format(texts.Culture))
            : price;
    }
}
