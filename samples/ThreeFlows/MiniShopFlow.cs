using System.Globalization;
using ShopBot.Engine.Conversations;
using WhatsApp.Client;

namespace ThreeFlows;

/// <summary>The shop in small: browse, fill a cart, pay. Every button works at any time; a price is signed, so that nobody makes one up.</summary>
public sealed class MiniShopFlow(IPriceList prices) : Flow<Cart>("shop", version: 1, MiniShopJson.Default)
{
    protected override void Map(FlowMap<Cart> on)
    {
        on.Start(Welcome);
        on.Says("hi, hello, menu", Welcome);
        on.Says("shop, browse", turn => Browse(turn, new OpenShelf()));
        on.Says("cart, my cart", turn => ShowCart(turn, new OpenCart()));
        on.Says("book, appointment", Book);
        on.Says("survey, feedback", Survey);
        on.Says("human, talk to somebody", Human);

        on.Tap<OpenShelf>(Browse).Tool("Shows everything the shop sells, with prices.");
        on.Tap<OpenCart>(ShowCart).Tool("Shows what is in the customer's cart.");
        on.Tap<Add>(PutIn).Tool("Puts one piece of a product into the cart.");
        on.Tap<Accept>(Buy).WithSignature().Expires(TimeSpan.FromHours(1));
        on.Tap<OpenBooking>((turn, _) => Book(turn));
        on.Event<Paid>(Paid.Kind, Thank);
        on.Timer("reminder", Remind);

        on.AskLocation("address", "Where shall we bring it?", (turn, place) =>
        {
            turn.State = turn.State with { Place = place.Address ?? "the place you marked" };
            return Offer(turn);
        }).Or("pick up", turn =>
        {
            turn.State = turn.State with { Place = "our counter" };
            return Offer(turn);
        }).Hint("Please use the button, or write *pick up*.");

        on.Keep<Dictionary<string, int>>("lines", (state, lines) => state with { Lines = lines });
        on.Stale(turn => turn.Says("That button is from an older message. Write *menu*."));
        on.StaleAfter(TimeSpan.FromMinutes(15), turn => turn.Says($"Sorry, we were away. You wrote {turn.Messages} messages; how can I help?"));
        on.HandedBack(turn => turn.Says("The bot is back. Write *menu*."));
        on.MergeReplies();
        on.Otherwise(Welcome);
    }

    private static Task Welcome(Turn<Cart> turn)
    {
        turn.Reply(new ReplyButtonsMessage(
            $"Welcome to {turn.Store.Name}!",
            [turn.Button("Browse", new OpenShelf()), turn.Button("Cart", new OpenCart()), turn.Button("Book a visit", new OpenBooking())]));
        return Task.CompletedTask;
    }

    private async Task Browse(Turn<Cart> turn, OpenShelf tap)
    {
        var all = await prices.AllAsync(turn.Aborted);
        turn.Reply(new ListMessage("What would you like?", "Our things", [new ListSection(null, [.. all.Select(thing => turn.Row(thing.Name, new Add(thing.Name), Euros(thing.Price)))])]));
    }

    private async Task PutIn(Turn<Cart> turn, Add add)
    {
        if (await prices.FindAsync(add.Name, turn.Aborted) is not { } thing)
        {
            await turn.Says($"{add.Name} is sold out.");
            return;
        }

        turn.State = turn.State with { Lines = new(turn.State.Lines) { [thing.Name] = turn.State.Lines.GetValueOrDefault(thing.Name) + 1 } };
        turn.SetTimer("reminder", TimeSpan.FromHours(2));
        await turn.Says($"{thing.Name} is in your cart.");
        await ShowCart(turn, new OpenCart());
    }

    private static Task ShowCart(Turn<Cart> turn, OpenCart tap)
    {
        if (turn.State.Lines.Count == 0)
            return turn.Says("Your cart is empty. Write *shop*.");
        turn.Says(string.Join('\n', turn.State.Lines.Select(line => $"{line.Value} × {line.Key}")));
        return turn.Ask("address");
    }

    private async Task Offer(Turn<Cart> turn)
    {
        var total = 0m;
        foreach (var (name, count) in turn.State.Lines)
            total += ((await prices.FindAsync(name, turn.Aborted))?.Price ?? 0m) * count;
        turn.Reply(new ReplyButtonsMessage($"{Euros(total)}, brought to {turn.State.Place}. Good for an hour.", [turn.Button("Buy", new Accept(total))]));
    }

    private async Task Buy(Turn<Cart> turn, Accept offer)
    {
        var link = await turn.Once("pay", token => prices.OpenPaymentAsync(offer.Total, token));
        turn.CancelTimer("reminder");
        turn.Reply(new CtaUrlMessage("Here you pay.", "Pay", link));
    }

    private static Task Thank(Turn<Cart> turn, Paid paid)
    {
        turn.State = new Cart();
        return turn.Says($"Thank you! Order {paid.Order} is on its way.");
    }

    private static Task Remind(Turn<Cart> turn) => turn.State.Lines.Count == 0 ? Task.CompletedTask : turn.Says("Your cart is still here. Write *cart* to go on.");

    private static Task Book(Turn<Cart> turn)
    {
        turn.GoTo<AppointmentFlow>();
        return Task.CompletedTask;
    }

    private static Task Survey(Turn<Cart> turn)
    {
        turn.GoTo<SurveyFlow>();
        return Task.CompletedTask;
    }

    private static Task Human(Turn<Cart> turn)
    {
        turn.HandOff("asked for a person", idle: TimeSpan.FromHours(4));
        return turn.Says("Somebody will write to you soon.");
    }

    private static string Euros(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"€{amount:0.00}");
}
