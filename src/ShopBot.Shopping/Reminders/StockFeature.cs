using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Settings;
using WhatsApp.Client;

namespace ShopBot.Shopping.Reminders;

/// <summary>"Tell me when it is back": asked for by the customer, told by the shop and looked after by a timer, once.</summary>
internal sealed class StockFeature(ShopDesk desk) : IShopFeature
{
    private const string Timer = "stock";
    private const int MostWatches = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(2);

    public void Map(ShopMap shop)
    {
        shop.Tap<WatchStock>(WatchAsync);
        shop.Timer(Timer, LookAsync);
        shop.Event<StockReturned>(StockReturned.Kind, (turn, back) => turn.State.Watches.Any(watch => watch.VariantId == back.VariantId) ? LookAsync(turn) : Task.CompletedTask);
    }

    private async Task WatchAsync(Turn<ShoppingState> turn, WatchStock tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (await desk.OffersAsync(turn, [tap.Id]).ConfigureAwait(false) is not [{ } offer])
        {
            await GreetingFeature.Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        if (offer.Available)
        {
            await turn.Follow(new OpenProduct(tap.Product)).ConfigureAwait(false);
            return;
        }

        turn.State = turn.State with
        {
            Watches = [.. turn.State.Watches.Where(watch => watch.VariantId != tap.Id).TakeLast(MostWatches - 1), new StockWatch(tap.Product, tap.Id, FittedText.Cut(offer.FullTitle, 200), turn.Now)],
        };
        turn.SetTimer(Timer, Interval);
        turn.Raise(StockWatched.Kind, new StockWatched(tap.Product, tap.Id));
        await GreetingFeature.Menu(turn, texts.NotifySaved(FittedText.Cut(offer.FullTitle, 200))).ConfigureAwait(false);
    }

    private async Task LookAsync(Turn<ShoppingState> turn)
    {
        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        var watches = turn.State.Watches.Where(watch => turn.Now - watch.Since < StockWatched.Patience).ToList();
        if (watches.Count == 0)
        {
            turn.State = turn.State with { Watches = [] };
            return;
        }

        if (CustomerTime.QuietFor(turn.Now, turn.State.TimeZone, settings) is { } quiet)
        {
            turn.SetTimer(Timer, quiet);
            return;
        }

        var texts = ShopDesk.TextsOf(turn);
        var offers = await desk.OffersAsync(turn, [.. watches.Select(watch => watch.VariantId)]).ConfigureAwait(false);
        for (var i = 0; i < offers.Count; i++)
        {
            if (offers[i] is not { Available: true } offer)
                continue;
            var watch = watches[i];
            turn.State = turn.State with { Watches = [.. turn.State.Watches.Where(other => other != watch)] };
            var message = new ReplyButtonsMessage(
                $"{texts.BackInStock(watch.Title)}\n{Product.ProductTexts.PriceOf(texts, offer)}",
                [turn.Button(texts.ButtonAdd, new AddToCart(offer.Id)), turn.Button(texts.ButtonKeepShopping, new OpenProduct(watch.ProductId))]);
            if (Notices.Send(turn, TemplatePurpose.BackInStock, message, watch.Title))
                turn.Raise(ReminderSent.Kind, new ReminderSent("stock", 1));
        }

        if (turn.State.Watches.Count > 0)
            turn.SetTimer(Timer, Interval);
    }
}
