using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Settings;
using WhatsApp.Client;

namespace ShopBot.Shopping.Reminders;

/// <summary>The end of a visit, and reminders of carts and checkouts: only with consent, outside quiet hours, and no more once the customer answers or buys.</summary>
internal sealed class ReminderFeature(ShopDesk desk) : IShopFeature
{
    private const string VisitTimer = "visit";
    private const string ReminderTimer = "reminder";

    public void Map(ShopMap shop)
    {
        shop.Timer(VisitTimer, EndVisitAsync);
        shop.Timer(ReminderTimer, RemindAsync);
    }

    /// <summary>Sets the timers after what the customer did.</summary>
    public static void Schedule(Turn<ShoppingState> turn, ShopSettings settings)
    {
        // One timer for a whole visit: when it fires too early it is set again for the rest.
        if (turn.State.VisitEndsAt is not { } end || end <= turn.Now)
        {
            turn.SetTimer(VisitTimer, settings.SessionEndsAfter);
            turn.State = turn.State with { VisitEndsAt = turn.Now + settings.SessionEndsAfter };
        }

        if (Times(turn.State, settings) is { } next)
            turn.SetTimer(ReminderTimer, next);
    }

    /// <summary>No more reminders.</summary>
    public static void Stop(Turn<ShoppingState> turn)
    {
        turn.CancelTimer(ReminderTimer);
        turn.State = turn.State with { Checkout = null };
    }

    private async Task EndVisitAsync(Turn<ShoppingState> turn)
    {
        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        if (turn.State.LastMessageAt is { } last && last + settings.SessionEndsAfter - turn.Now is { Ticks: > 0 } rest)
        {
            turn.SetTimer(VisitTimer, rest);
            turn.State = turn.State with { VisitEndsAt = turn.Now + rest };
            return;
        }

        turn.State = turn.State with { VisitEndsAt = null, Awaits = null, Choices = [] };
        turn.Raise(SessionExpired.Kind, new SessionExpired(turn.State.Cart.Lines.Count, turn.State.Cart.Pieces()));
    }

    private async Task RemindAsync(Turn<ShoppingState> turn)
    {
        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        if (Times(turn.State, settings) is not { } after || turn.State.LastMessageAt is not { } last)
            return;
        if (last + after - turn.Now is { Ticks: > 0 } rest)
        {
            turn.SetTimer(ReminderTimer, rest);
            return;
        }

        if (CustomerTime.QuietFor(turn.Now, turn.State.TimeZone, settings) is { } quiet)
        {
            turn.SetTimer(ReminderTimer, quiet);
            return;
        }

        var texts = ShopDesk.TextsOf(turn);
        var sent = turn.State.Checkout is { } checkout ? RemindOfCheckout(turn, texts, checkout) : RemindOfCart(turn, texts);
        if (sent is { } fact)
            turn.Raise(ReminderSent.Kind, fact);
        if (Times(turn.State, settings) is { } next && last + next - turn.Now is { Ticks: > 0 } left)
            turn.SetTimer(ReminderTimer, left);
    }

    private static ReminderSent? RemindOfCart(Turn<ShoppingState> turn, ShoppingTexts texts)
    {
        var cart = turn.State.Cart;
        var pieces = texts.Pieces(cart.Pieces());
        turn.State = turn.State with { CartReminders = turn.State.CartReminders + 1 };
        return Notices.Send(turn, TemplatePurpose.CartReminder, Buttons(turn, texts, texts.ReminderCart(pieces, CartTexts.TotalOf(texts, cart))), pieces)
            ? new ReminderSent("cart", turn.State.CartReminders)
            : null;
    }

    private static ReminderSent? RemindOfCheckout(Turn<ShoppingState> turn, ShoppingTexts texts, OpenCheckout checkout)
    {
        var total = checkout.Total.Format(texts.Culture);
        turn.State = turn.State with { Checkout = checkout with { Reminders = checkout.Reminders + 1 } };
        return Notices.Send(turn, TemplatePurpose.CheckoutReminder, Buttons(turn, texts, texts.ReminderCheckout(total)), texts.Pieces(turn.State.Cart.Pieces()))
            ? new ReminderSent("checkout", checkout.Reminders + 1)
            : null;
    }

    private static ReplyButtonsMessage Buttons(Turn<ShoppingState> turn, ShoppingTexts texts, string text) => new(
        text,
        [turn.Button(texts.ButtonCheckout, new StartCheckout()), turn.Button(texts.ButtonCart, new OpenCart()), turn.Button(texts.ButtonNo, new GiveConsent(false, "menu"))]);

    /// <summary>How long after the customer's last message the next reminder is due; null when there is none.</summary>
    private static TimeSpan? Times(ShoppingState state, ShopSettings settings)
    {
        if (!settings.Reminders.Enabled || state.Consent is not { Given: true } || state.Cart.Lines.Count == 0)
            return null;
        var (times, sent) = state.Checkout is { } checkout ? (settings.Reminders.Checkout, checkout.Reminders) : (settings.Reminders.Cart, state.CartReminders);
        return sent < times.Count ? times[sent] : null;
    }
}
