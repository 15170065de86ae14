using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Browse;
using WhatsApp.Client;

namespace ShopBot.Shopping.Advice;

/// <summary>Other products beside one, looked up when they are asked for.</summary>
internal sealed class AdviceFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop) => shop.Tap<ShowSimilar>(ShowAsync, "Shows products that go with one.");

    private async Task ShowAsync(Turn<ShoppingState> turn, ShowSimilar tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var found = desk.Advice is { } advice
            ? await advice.GetSimilarAsync(ShopDesk.StoreOf(turn), tap.Id, BrowseFeature.RowsPerPage, turn.Aborted).ConfigureAwait(false)
            : [];
        if (found.Count == 0)
        {
            await turn.Follow(new OpenShop()).ConfigureAwait(false);
            return;
        }

        var titles = FittedText.Distinct(found.Select(product => product.Title), FittedText.RowTitle);
        var rows = found.Take(BrowseFeature.RowsPerPage).Select((product, i) => turn.Row(titles[i], new OpenProduct(product.Id), BrowseFeature.Hint(BrowseFeature.PriceLine(texts, product))));
        turn.Reply(new ListMessage(texts.Similar, texts.ListProducts, [new ListSection(null, [.. rows])]));
    }
}
