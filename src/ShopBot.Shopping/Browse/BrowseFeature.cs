using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Localization;
using WhatsApp.Client;

namespace ShopBot.Shopping.Browse;

/// <summary>Lists: collections, products of one, what a text finds, and their next pages.</summary>
internal sealed class BrowseFeature(ShopDesk desk) : IShopFeature
{
    /// <summary>A list message has ten rows in all; the last one may be "more".</summary>
    public const int RowsPerPage = 9;

    public void Map(ShopMap shop)
    {
        shop.Tap<OpenShop>((turn, _) => CollectionsAsync(turn, null), "Shows the shop's collections.");
        shop.Tap<OpenCollection>((turn, tap) => ProductsAsync(turn, new ProductListing(CollectionId: tap.Id), null));
        shop.Tap<OpenAll>((turn, _) => ProductsAsync(turn, new ProductListing(), null));
        shop.Tap<SearchFor>((turn, tap) => ProductsAsync(turn, new ProductListing(Text: tap.Text), null), "Searches the shop's products for words.");
        shop.Tap<ShowMore>(MoreAsync);
        shop.Says("WordsBrowse", (turn, _) => turn.Follow(new OpenShop()));
        shop.Text((turn, text) => turn.Follow(new SearchFor(text)));
    }

    /// <summary>The price of a product in a list.</summary>
    public static string PriceLine(ShoppingTexts texts, ProductCard product)
    {
        var price = product.LowestPrice.Format(texts.Culture);
        var line = product.PricesDiffer ? texts.From(price) : price;
        return product.Available ? line : $"{line} · {texts.SoldOut}";
    }

    /// <summary>The second line of a row; null for none.</summary>
    public static string? Hint(string text) => string.IsNullOrWhiteSpace(text) ? null : FittedText.Cut(text.ReplaceLineEndings(" "), FittedText.RowDescription);

    private async Task CollectionsAsync(Turn<ShoppingState> turn, string? cursor)
    {
        var texts = ShopDesk.TextsOf(turn);
        var page = await desk.Catalog.GetCollectionsAsync(ShopDesk.StoreOf(turn), cursor, RowsPerPage, turn.Aborted).ConfigureAwait(false);
        if (page.Items.Count == 0)
        {
            await ProductsAsync(turn, new ProductListing(), null).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(page.Items.Select(item => item.Title), FittedText.RowTitle, texts.RowMore, texts.RowAll);
        List<ListRow> rows = [.. page.Items.Select((item, i) => turn.Row(titles[i], new OpenCollection(item.Id), Hint(item.Description)))];
        if (cursor is null && page.NextCursor is null)
            rows.Add(turn.Row(texts.RowAll, new OpenAll()));
        Reply(turn, texts.AskCollection, texts.ListCollections, rows, null, page.NextCursor);
    }

    private async Task ProductsAsync(Turn<ShoppingState> turn, ProductListing listing, string? cursor)
    {
        var texts = ShopDesk.TextsOf(turn);
        var page = await desk.Catalog.GetProductsAsync(ShopDesk.StoreOf(turn), listing, cursor, RowsPerPage, turn.Aborted).ConfigureAwait(false);
        if (page.Items.Count == 0)
        {
            var none = listing.Text is { } sought ? texts.NothingFound(Quoted(sought)) : texts.ShopEmpty;
            await GreetingFeature.Menu(turn, turn.IsNew ? $"{GreetingFeature.WelcomeOf(turn)}\n\n{none}" : none).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(page.Items.Select(item => item.Title), FittedText.RowTitle, texts.RowMore);
        List<ListRow> rows = [.. page.Items.Select((item, i) => turn.Row(titles[i], new OpenProduct(item.Id), RowHint(texts, item, titles[i])))];
        var said = listing.Text is { } words ? texts.Found(Quoted(words)) : texts.AskProduct;
        Reply(turn, turn.IsNew ? $"{GreetingFeature.WelcomeOf(turn)}\n\n{said}" : said, texts.ListProducts, rows, listing, page.NextCursor);
    }

    private Task MoreAsync(Turn<ShoppingState> turn, ShowMore tap) => turn.State.Shown switch
    {
        { NextCursor: { } cursor, Listing: { } listing } shown when shown.Number == tap.List => ProductsAsync(turn, listing, cursor),
        { NextCursor: { } cursor, Listing: null } shown when shown.Number == tap.List => CollectionsAsync(turn, cursor),
        _ => GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).Stale),
    };

    private static void Reply(Turn<ShoppingState> turn, string text, string button, List<ListRow> rows, ProductListing? listing, string? nextCursor)
    {
        var texts = ShopDesk.TextsOf(turn);
        var shown = new ShownList((turn.State.Shown?.Number ?? 0) + 1, listing, nextCursor);
        turn.State = turn.State with { Shown = shown };
        if (nextCursor is not null)
            rows.Add(turn.Row(texts.RowMore, new ShowMore(shown.Number), texts.RowMoreHint));
        turn.Reply(new ListMessage(text, button, [new ListSection(null, rows)]));
    }

    /// <summary>A title that had to be cut stands whole beside its price.</summary>
    private static string? RowHint(ShoppingTexts texts, ProductCard item, string shown) =>
        Hint(shown == item.Title.Trim() || string.IsNullOrWhiteSpace(item.Title) ? PriceLine(texts, item) : $"{PriceLine(texts, item)} · {item.Title}");

    private static string Quoted(string text) => FittedText.Cut(text.ReplaceLineEndings(" "), 80);
}
