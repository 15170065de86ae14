using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Desk;

public sealed class StoreDeskTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_listed_and_read_in_plain_text()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        var (desk, store) = await DeskAsync(host);

        var listed = Assert.Single(await desk.ListAsync(store, new LaneFilter(), null, 10, Token));

        Assert.Equal(("Ada", "15550001111", LaneControl.Bot), (listed.Name, listed.Phone, listed.Control));
        Assert.Equal("1: hello", listed.Last!.Text);
        Assert.Equal(host.Time.GetUtcNow().AddHours(24), listed.WindowEndsAt);
        var messages = await desk.ReadAsync(store, listed.Customer, null, 10, Token);
        Assert.Equal(
            [(DeskSpeaker.Bot, "1: hello", SendState.Sent), (DeskSpeaker.Customer, "hello", null)],
            messages.Select(message => (message.Speaker, message.Text, message.State)));
        Assert.Equal(listed.Customer, await desk.FindByPhoneAsync(store, "+1 (555) 000-1111", Token));
    }

    [Fact]
    public async Task A_reply_of_the_owner_is_sent_once_and_silences_the_bot_until_it_is_handed_back()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        var (desk, store) = await DeskAsync(host);
        var customer = (await desk.ListAsync(store, new LaneFilter(), null, 10, Token))[0].Customer;
        await host.UntilIdleAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await desk.ReplyAsync(store, customer, "Ben here", "form-1", cancellationToken: Token));
        Assert.True(await desk.ReplyAsync(store, customer, "Ben here", "form-1", cancellationToken: Token));
        await host.UntilSentAsync(2);
        await host.UntilIdleAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await host.SayAsync("thank you");
        await host.UntilIdleAsync();
        Assert.Equal(LaneControl.Human, (await desk.FindAsync(store, customer, Token))!.Control);
        Assert.Equal(["1: hello", "Ben here"], host.Graph.Texts);
        Assert.Equal(
            [DeskSpeaker.Customer, DeskSpeaker.Person, DeskSpeaker.Bot, DeskSpeaker.Customer],
            (await desk.ReadAsync(store, customer, null, 10, Token)).Select(message => message.Speaker));

        Assert.True(await desk.SetControlAsync(store, customer, LaneControl.Bot, "form-2", cancellationToken: Token));
        await host.UntilIdleAsync();
        await host.SayAsync("and now?");
        await host.UntilSentAsync(3);
        Assert.Equal("2: and now?", host.Graph.Texts.Last());
        Assert.Contains("conversation.control.bot", (await desk.ReadAsync(store, customer, null, 10, Token)).Select(message => message.Kind));
    }

    [Fact]
    public async Task Nothing_is_said_to_a_customer_who_opted_out()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("stop");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        var (desk, store) = await DeskAsync(host);
        var conversation = (await desk.ListAsync(store, new LaneFilter(), null, 10, Token))[0];
        Assert.True(conversation.OptedOut);

        await desk.ReplyAsync(store, conversation.Customer, "one more thing", "form-1", cancellationToken: Token);
        await host.UntilIdleAsync();

        Assert.Single(host.Graph.Texts);
        Assert.Equal(LaneControl.Muted, (await desk.FindAsync(store, conversation.Customer, Token))!.Control);
    }

    [Fact]
    public async Task Another_store_sees_and_changes_nothing_of_it()
    {
        await using var host = await EngineHost.StartAsync();
        await host.AddStoreAsync("other-shop.myshopify.com", "200");
        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        var (desk, store) = await DeskAsync(host);
        var customer = (await desk.ListAsync(store, new LaneFilter(), null, 10, Token))[0].Customer;
        var other = (await host.StoreAsync("200"))!;

        Assert.Empty(await desk.ListAsync(other, new LaneFilter(), null, 10, Token));
        Assert.Null(await desk.FindAsync(other, customer, Token));
        Assert.Empty(await desk.ReadAsync(other, customer, null, 10, Token));
        Assert.Null(await desk.FindByPhoneAsync(other, "15550001111", Token));
        Assert.Empty(await desk.ListFactsAsync(other, [], null, 10, Token));
        Assert.False(await desk.ReplyAsync(other, customer, "hi", "form-1", cancellationToken: Token));
        Assert.False(await desk.SetControlAsync(other, customer, LaneControl.Human, "form-2", cancellationToken: Token));
        Assert.Single(host.Graph.Texts);
        Assert.Equal(LaneControl.Bot, (await desk.FindAsync(store, customer, Token))!.Control);
    }

    [Fact]
    public async Task A_dead_letter_is_listed_with_its_text_and_replayed_by_its_own_store_only()
    {
        await using var host = await EngineHost.StartAsync(options => options.MaxTurnAttempts = 1);
        await host.AddStoreAsync("other-shop.myshopify.com", "200");
        var broken = true;
        host.Flow.During = (_, _) => broken ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await host.SayAsync("hello");
        await host.UntilAsync(() => host.Number("SELECT COUNT(*) FROM inbox WHERE state = 2") == 1);
        await host.UntilIdleAsync();
        broken = false;
        var (desk, store) = await DeskAsync(host);

        var letter = Assert.Single(await desk.ListDeadLettersAsync(store, null, 10, Token));

        Assert.Equal(("hello", "InvalidOperationException"), (letter.Message.Text, letter.Cause));
        Assert.False(await desk.ReplayAsync((await host.StoreAsync("200"))!, letter.Customer, letter.Seq, Token));
        Assert.False(await desk.ReplayAsync(store, letter.Customer, letter.Seq + 7, Token));
        Assert.True(await desk.ReplayAsync(store, letter.Customer, letter.Seq, Token));
        await host.UntilAsync(() => host.Graph.Texts.Contains("1: hello"));
        Assert.Empty(await desk.ListDeadLettersAsync(store, null, 10, Token));
    }

    [Fact]
    public async Task A_shop_that_comes_back_goes_on_where_it_was_unless_it_had_switched_the_bot_off()
    {
        await using var host = await EngineHost.StartAsync();
        var stores = host.Services.GetRequiredService<StoreRegistry>();
        const string shop = "demo-shop.myshopify.com";

        Assert.False(await stores.ResumeAsync(shop, Token));
        await stores.UninstallAsync(shop, Token);
        await stores.UninstallAsync(shop, Token);
        Assert.Null(await host.StoreAsync());
        Assert.True(await stores.ResumeAsync(shop, Token));
        await host.SayAsync("back");
        await host.UntilSentAsync(1);

        await host.Services.GetRequiredService<WhatsAppSetup>().ApplyAsync(shop, new WhatsAppSettings { Enabled = false, PhoneNumberId = "100" }, Token);
        await stores.UninstallAsync(shop, Token);
        Assert.False(await stores.ResumeAsync(shop, Token));
    }

    private static async Task<(StoreDesk Desk, Store Store)> DeskAsync(EngineHost host) =>
        (host.Services.GetRequiredService<StoreDesk>(), (await host.StoreAsync())!);
}
