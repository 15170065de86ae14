using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Faults;
using ShopBot.TestSupport.Waiting;
using WhatsApp.Emulator;

namespace ReferenceHost.Tests.Process;

/// <summary>Nothing acknowledged is lost and nothing is answered twice, wherever between the webhook and the reply the host is killed.</summary>
public sealed class CrashTests(InstalledHost host) : IClassFixture<InstalledHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SweepMargin = TimeSpan.FromSeconds(1.5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("shopbot.inbox.append:started")]
    [InlineData("shopbot.inbox.append:stopped")]
    [InlineData("shopbot.turn:started")]
    [InlineData("shopbot.turn:stopped")]
    [InlineData("shopbot.turn.commit:started")]
    [InlineData("shopbot.turn.commit:stopped")]
    [InlineData("shopbot.outbox.send:started")]
    [InlineData("shopbot.outbox.send:stopped")]
    [InlineData("shopbot.outbox.close:started")]
    [InlineData("shopbot.outbox.close:stopped")]
    public async Task A_host_killed_at_any_point_answers_once_after_its_restart(string point)
    {
        await host.StartAgainAsync(Token);
        var person = host.NewPerson();
        host.CrashAt(point);

        var says = person.SaysAsync(host.Number, "hi", Token);
        await host.WaitForCrashAsync(Token);
        await says;
        await host.StartAgainAsync(Token);

        await GreetedOnceAsync(person, waitsForReconciling: point.StartsWith("shopbot.outbox", StringComparison.Ordinal) || point == "shopbot.turn.commit:stopped");
        await AnsweredNormallyAsync(person);
    }

    [Fact]
    public async Task Killed_while_Graph_has_not_taken_the_message_it_is_sent_once_after_the_wait_for_a_status()
    {
        await host.StartAgainAsync(Token);
        var person = host.NewPerson();
        var held = host.Graph.HoldRequest(IsSend);

        await person.SaysAsync(host.Number, "hi", Token);
        await held.Reached.WaitAsync(Patience, Token);
        await host.KillAsync(Token);
        await host.StartAgainAsync(Token);

        await GreetedOnceAsync(person, waitsForReconciling: true);
        await AnsweredNormallyAsync(person);
    }

    [Fact]
    public async Task Killed_while_Graph_has_taken_the_message_but_not_answered_it_is_not_sent_again()
    {
        await host.StartAgainAsync(Token);
        var person = host.NewPerson();
        var held = host.Graph.HoldAnswer(IsSend);

        await person.SaysAsync(host.Number, "hi", Token);
        await held.Reached.WaitAsync(Patience, Token);
        await host.KillAsync(Token);
        Assert.Single(Replies(person));
        await host.StartAgainAsync(Token);

        await GreetedOnceAsync(person, waitsForReconciling: true);
        await AnsweredNormallyAsync(person);
    }

    [Fact]
    public async Task Killed_while_Shopify_keeps_a_turn_waiting_the_turn_runs_again()
    {
        // A fresh process, because the catalogue of an older one may be in memory.
        await host.KillAsync(Token);
        await host.StartAgainAsync(Token);
        var person = host.NewPerson();
        await person.SaysAsync(host.Number, "hi", Token);
        await person.WaitForMessageAsync(host.Number, message => message.Buttons.Count > 0, Patience, Token);
        var held = host.Shop.HoldRequest((request, body) => body.Contains("query CollectionsPage", StringComparison.Ordinal));

        await person.TapsAsync(host.Number, "🛍 Browse", Token);
        await held.Reached.WaitAsync(Patience, Token);
        await host.KillAsync(Token);
        await host.StartAgainAsync(Token);

        await person.WaitForMessageAsync(host.Number, message => message.Sections.Count > 0, Patience, Token);
        await AnsweredNormallyAsync(person);
        Assert.Equal(3, Replies(person).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_while_it_renews_its_token_the_shop_stays_connected(bool shopifyHasRenewedIt)
    {
        // A fresh process, because the catalogue of an older one may be in memory.
        await host.KillAsync(Token);
        await host.StartAgainAsync(Token);
        var person = host.NewPerson();
        await person.SaysAsync(host.Number, "hi", Token);
        await person.WaitForMessageAsync(host.Number, message => message.Buttons.Count > 0, Patience, Token);
        host.Shopify.Faults.OnAdmin(Fault.Unauthorized);
        var held = shopifyHasRenewedIt ? host.Shop.HoldAnswer(IsRefresh) : host.Shop.HoldRequest(IsRefresh);

        await person.TapsAsync(host.Number, "🛍 Browse", Token);
        await held.Reached.WaitAsync(Patience, Token);
        await host.KillAsync(Token);
        await host.StartAgainAsync(Token);

        await person.WaitForMessageAsync(host.Number, message => message.Sections.Count > 0, Patience, Token);
        await AnsweredNormallyAsync(person);
    }

    [Fact]
    public async Task A_killed_host_answers_everybody_who_wrote_in_the_meantime()
    {
        await host.StartAgainAsync(Token);
        await host.KillAsync(Token);
        var people = Enumerable.Range(0, 5).Select(_ => host.NewPerson()).ToList();
        await Task.WhenAll(people.Select(person => person.SaysAsync(host.Number, "hi", Token)));

        await host.StartAgainAsync(Token);

        foreach (var person in people)
            await person.WaitForMessageAsync(host.Number, message => message.Text == InstalledHost.Greeting, Patience, Token);
        Assert.All(people, person => Assert.Single(Replies(person)));
    }

    private static bool IsRefresh(HttpRequest request, string body) =>
        request.Path.Value!.EndsWith("/access_token", StringComparison.Ordinal) && body.Contains("\"refresh_token\"", StringComparison.Ordinal);

    private static bool IsSend(HttpRequest request, string body) =>
        request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal) && body.Contains("\"interactive\"", StringComparison.Ordinal);

    private IReadOnlyList<ChatMessage> Replies(EmulatedPhone person) => [.. person.Chat(host.Number).Where(message => message.IsFromBusiness)];

    private async Task GreetedOnceAsync(EmulatedPhone person, bool waitsForReconciling)
    {
        await person.WaitForMessageAsync(host.Number, message => message.Text == InstalledHost.Greeting, Patience, Token);
        await host.WhatsApp.WaitForIdleAsync(Token).WaitAsync(Patience, Token);
        if (waitsForReconciling)
        {
            var since = host.StartedAgainAt;
            var until = InstalledHost.ReconcileAfter + SweepMargin;
            await Eventually.HoldsAsync("the time to send again is over", () => TimeProvider.System.GetElapsedTime(since) > until, Patience, Token);
        }

        Assert.Equal(InstalledHost.Greeting, Assert.Single(Replies(person)).Text);
    }

    private async Task AnsweredNormallyAsync(EmulatedPhone person)
    {
        var before = Replies(person).Count;
        await person.SaysAsync(host.Number, "cart", Token);
        await person.WaitForMessageAsync(host.Number, message => message.Text == "Your cart is empty.", Patience, Token);
        await host.WhatsApp.WaitForIdleAsync(Token).WaitAsync(Patience, Token);
        Assert.Equal(before + 1, Replies(person).Count);
    }
}
