using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Reminders;
using ShopBot.Shopping.Settings;
using WhatsApp.Client;

namespace ShopBot.Shopping.CashOnDelivery;

/// <summary>Orders to be paid on delivery: the customer confirms or cancels, the order is tagged in the shop, and after a set time the store's choice is carried out.</summary>
internal sealed class CashOnDeliveryFeature(ShopDesk desk) : IShopFeature
{
    private const string Timer = "cod";
    private const int MostWaiting = 10;

    public void Map(ShopMap shop)
    {
        shop.Event<CashOnDeliveryPlaced>(CashOnDeliveryPlaced.Kind, AskAsync);
        shop.Tap<ConfirmOrder>(ConfirmAsync);
        shop.Tap<CancelOrder>(CancelAsync);
        shop.Timer(Timer, TimeIsUpAsync);
    }

    private async Task AskAsync(Turn<ShoppingState> turn, CashOnDeliveryPlaced order)
    {
        var settings = (await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false)).CashOnDelivery;
        if (!settings.Enabled || desk.Orders is null || turn.State.ToConfirm.Any(known => known.OrderId == order.OrderId))
            return;
        var texts = ShopDesk.TextsOf(turn);
        var message = new ReplyButtonsMessage(
            texts.AskCod(order.OrderName, new Money(order.Total, order.Currency).Format(texts.Culture)),
            [turn.Button(texts.ButtonConfirm, new ConfirmOrder(order.OrderId)), turn.Button(texts.ButtonCancelOrder, new CancelOrder(order.OrderId))]);
        if (!Notices.Send(turn, TemplatePurpose.CashOnDelivery, message, order.OrderName))
            return;
        turn.State = turn.State with { ToConfirm = [.. turn.State.ToConfirm.TakeLast(MostWaiting - 1), new OrderToConfirm(order.OrderId, order.OrderName, turn.Now)] };
        if (turn.State.ToConfirm.Count == 1)
            turn.SetTimer(Timer, settings.AnswerWithin);
    }

    private Task ConfirmAsync(Turn<ShoppingState> turn, ConfirmOrder tap) => AnswerAsync(turn, tap.Id, "confirmed");

    private Task CancelAsync(Turn<ShoppingState> turn, CancelOrder tap) => AnswerAsync(turn, tap.Id, "cancelled");

    private async Task AnswerAsync(Turn<ShoppingState> turn, string orderId, string answer)
    {
        var texts = ShopDesk.TextsOf(turn);
        // Only what this customer was asked about: an id alone opens nothing.
        if (turn.State.ToConfirm.FirstOrDefault(order => order.OrderId == orderId) is not { } waiting)
        {
            await GreetingFeature.Menu(turn, texts.CodLate(orderId[(orderId.LastIndexOf('/') + 1)..])).ConfigureAwait(false);
            return;
        }

        var settings = (await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false)).CashOnDelivery;
        if (!await CarryOutAsync(turn, waiting, answer, answer, settings).ConfigureAwait(false))
        {
            await GreetingFeature.Menu(turn, texts.CodFailed).ConfigureAwait(false);
            return;
        }

        await GreetingFeature.Menu(turn, answer == "confirmed" ? texts.CodConfirmed(waiting.OrderName) : texts.CodCancelled(waiting.OrderName)).ConfigureAwait(false);
    }

    private async Task TimeIsUpAsync(Turn<ShoppingState> turn)
    {
        var settings = (await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false)).CashOnDelivery;
        var action = settings.Unanswered switch { UnansweredAction.Confirm => "confirmed", UnansweredAction.Cancel => "cancelled", _ => "unanswered" };
        foreach (var late in turn.State.ToConfirm.Where(order => turn.Now - order.AskedAt >= settings.AnswerWithin).ToList())
        {
            if (!await CarryOutAsync(turn, late, action, "unanswered", settings).ConfigureAwait(false))
                turn.State = turn.State with { ToConfirm = [.. turn.State.ToConfirm.Where(order => order != late)] };
        }

        if (turn.State.ToConfirm.Count > 0)
            turn.SetTimer(Timer, TimeSpan.FromSeconds(Math.Max(60, (turn.State.ToConfirm.Min(order => order.AskedAt) + settings.AnswerWithin - turn.Now).TotalSeconds)));
    }

    private async Task<bool> CarryOutAsync(Turn<ShoppingState> turn, OrderToConfirm order, string action, string answer, CashOnDeliverySettings settings)
    {
        var tag = action switch { "confirmed" => settings.ConfirmedTag, "cancelled" => settings.CancelledTag, _ => settings.UnansweredTag };
        var number = order.OrderId[(order.OrderId.LastIndexOf('/') + 1)..];
        var done = await turn.Once($"cod:{number}", async ct => new Done(
            await desk.Orders!.TagAsync(turn.Store, order.OrderId, tag, ct).ConfigureAwait(false)
            && (action != "cancelled" || await desk.Orders!.CancelAsync(turn.Store, order.OrderId, ct).ConfigureAwait(false)))).ConfigureAwait(false);
        if (!done.Value)
            return false;
        turn.State = turn.State with { ToConfirm = [.. turn.State.ToConfirm.Where(other => other.OrderId != order.OrderId)] };
        turn.Raise(CashOnDeliveryAnswered.Kind, new CashOnDeliveryAnswered(order.OrderId, answer));
        return true;
    }
}

/// <summary>Whether something was done, as it is journalled.</summary>
internal sealed record Done(bool Value);
