using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Localization;
using WhatsApp.Client;

namespace ShopBot.Shopping;

/// <content>Lists: collections, products, and their next pages.</content>
public sealed partial class ShoppingFlow
{
    /// <summary>A list message has ten rows in all; the last one may be "more".</summary>
    private const int RowsPerPage = 9;

    private Task ShowCollections(Turn<ShoppingState> turn, OpenShop tap) => ShowCollections(turn, cursor: null);

    private async Task ShowCollections(Turn<ShoppingState> turn, string? cursor)
    {
        var texts = TextsOf(turn);
        var page = await catalog.GetCollectionsAsync(turn.Store, cursor, RowsPerPage, turn.Aborted).ConfigureAwait(false);
        if (page.Items.Count == 0)
        {
            await ShowProducts(turn, new ProductListing()).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(page.Items.Select(item => item.Title), FittedText.RowTitle, texts.RowMore);
        var rows = page.Items.Select((item, i) => turn.Row(titles[i], new OpenCollection(item.Id), Hint(item.Description)));
        ReplyList(turn, texts.AskCollection, texts.ListCollections, rows, null, page.NextCursor);
    }

    private Task ShowProducts(Turn<ShoppingState> turn, ProductListing listing) => ShowProducts(turn, listing, cursor: null);

    private async Task ShowProducts(Turn<ShoppingState> turn, ProductListing listing, string? cursor)
    {
        var texts = TextsOf(turn);
        var page = await catalog.GetProductsAsync(turn.Store, listing, cursor, RowsPerPage, turn.Aborted).ConfigureAwait(false);
        if (page.Items.Count == 0)
        {
            await Menu(turn, listing.Text is null ? texts.ShopEmpty : texts.NothingFound).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(page.Items.Select(item => item.Title), FittedText.RowTitle, texts.RowMore);
        var rows = page.Items.Select((item, i) => turn.Row(titles[i], new OpenProduct(item.Id), Hint(PriceLine(texts, item))));
        var text = listing.Text is { } words ? texts.Found(FittedText.Cut(words, 80)) : texts.AskProduct;
        ReplyList(turn, text, texts.ListProducts, rows, listing, page.NextCursor);
    }

    private Task ShowNextPage(Turn<ShoppingState> turn, ShowMore tap) => turn.State.Shown switch
    {
        { NextCursor: { } cursor, Listing: { } listing } shown when shown.Number == tap.List => ShowProducts(turn, listing, cursor),
        { NextCursor: { } cursor, Listing: null } shown when shown.Number == tap.List => ShowCollections(turn, cursor),
        _ => Menu(turn, TextsOf(turn).Stale),
    };

    private static void ReplyList(
        Turn<ShoppingState> turn, string text, string button, IEnumerable<ListRow> rows, ProductListing? listing, string? nextCursor)
    {
        var texts = TextsOf(turn);
        var shown = new ShownList((turn.State.Shown?.Number ?? 0) + 1, listing, nextCursor);
        turn.State = turn.State with { Shown = shown };
        if (nextCursor is not null)
            rows = rows.Append(turn.Row(texts.RowMore, new ShowMore(shown.Number), texts.RowMoreHint));
        turn.Reply(new ListMessage(text, button, [new ListSection(null, [.. rows])]));
    }

    private static string PriceLine(ShoppingTexts texts, ProductCard product)
    {
        var price = product.LowestPrice.Format(texts.Culture);
        var line = product.PricesDiffer ? texts.From(price) : price;
        return product.Available ? line : $"{line} · {texts.SoldOut}";
    }

    private static string? Hint(string text) => string.IsNullOrWhiteSpace(text) ? null : FittedText.Cut(text, FittedText.RowDescription);
}
