namespace ShopBot.Engine.Tests.Pipeline;

public sealed class IdentityTests
{
    [Fact]
    public async Task Two_conversations_of_one_person_become_one_with_both_states()
    {
        await using var host = await EngineHost.StartAsync();
        await TalkAsync(host, "by id", "DE.1", null);
        await TalkAsync(host, "by phone", null, "15550001111");
        await TalkAsync(host, "by phone again", null, "15550001111");

        await host.AcceptAsync(host.MessageOf("both", "DE.1", "15550001111"));
        await host.UntilSentAsync(4, TimeSpan.FromMilliseconds(100));
        await host.AcceptAsync(host.MessageOf("phone only", null, "15550001111"));
        await host.UntilSentAsync(5, TimeSpan.FromMilliseconds(100));

        Assert.Equal(["1: by id", "1: by phone", "2: by phone again", "4: both", "5: phone only"], host.Graph.Texts);
        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM lanes WHERE length(state) > 0"));
        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM events WHERE kind = 'conversation.merged'"));
    }

    [Fact]
    public async Task The_conversation_follows_a_person_who_changes_the_number()
    {
        await using var host = await EngineHost.StartAsync();
        await TalkAsync(host, "before", "DE.1", "15550001111");

        await host.AcceptAsync(host.MessageOf("", "DE.1", "15550001111", content: """
            "type":"system","system":{"type":"user_changed_number","body":"changed","wa_id":"15550002222","user_id":"DE.2","previous_user_id":"DE.1"}
            """));
        await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
        await TalkAsync(host, "after", "DE.2", "15550002222");

        Assert.Equal("3: after", host.Graph.Texts.Last());
        Assert.Equal("15550002222", host.Graph.Sent[^1].To.TrimStart('+'));
    }

    [Fact]
    public async Task Two_user_ids_that_the_platform_joins_become_one_conversation()
    {
        await using var host = await EngineHost.StartAsync();
        await TalkAsync(host, "old", "DE.1", null);
        await TalkAsync(host, "new", "DE.2", null);

        await host.AcceptAsync(host.MessageOf("", "DE.1", null, content: """
            "type":"system","system":{"type":"user_changed_user_id","body":"changed","user_id":"DE.2","previous_user_id":"DE.1"}
            """));
        await host.UntilIdleAsync(TimeSpan.FromMilliseconds(100));
        await TalkAsync(host, "after", "DE.2", null);

        Assert.Equal("4: after", host.Graph.Texts.Last());
    }

    [Fact]
    public async Task A_recycled_number_does_not_show_somebody_elses_conversation()
    {
        await using var host = await EngineHost.StartAsync();
        await TalkAsync(host, "ada", "DE.1", "15550001111");

        await TalkAsync(host, "grace", "DE.2", "15550001111");

        Assert.Equal("1: grace", host.Graph.Texts.Last());
    }

    private static async Task TalkAsync(EngineHost host, string text, string? userId, string? phone)
    {
        var before = host.Graph.Sent.Count;
        await host.AcceptAsync(host.MessageOf(text, userId, phone));
        await host.UntilAsync(() => host.Graph.Texts.Skip(before).Any(sent => sent.EndsWith(": " + text, StringComparison.Ordinal)), TimeSpan.FromMilliseconds(50));
        await host.UntilIdleAsync();
    }
}
