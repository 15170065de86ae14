namespace ShopBot.Engine.Tests.Pipeline;

public sealed class JournalTests
{
    [Fact]
    public async Task A_repeated_turn_does_not_repeat_an_outside_call()
    {
        await using var host = await EngineHost.StartAsync();
        host.Flow.During = (text, _) => text == "after" && host.Flow.RunsOf("after") == 1 ? throw new InvalidOperationException("broken") : Task.CompletedTask;

        await host.SayAsync("once");
        await host.UntilSentAsync(1, TimeSpan.FromMilliseconds(200));

        Assert.Equal(["made 1"], host.Graph.Texts);
        Assert.Equal((1, 2), (host.Flow.RunsOf("made"), host.Flow.RunsOf("after")));
        Assert.Equal(0, host.Number("SELECT COUNT(*) FROM steps"));
    }

    [Fact]
    public async Task Another_host_goes_on_from_what_a_dead_one_kept()
    {
        await using var host = await EngineHost.StartAsync();
        var hold = new TaskCompletionSource();
        host.Flow.During = (text, aborted) => text == "after" && host.Flow.RunsOf("after") == 1 ? hold.Task.WaitAsync(aborted) : Task.CompletedTask;
        await host.SayAsync("once");
        await host.UntilAsync(() => host.Flow.RunsOf("after") == 1);

        await host.RestartAsync();
        await host.UntilSentAsync(1, TimeSpan.FromMilliseconds(200));

        Assert.Equal(["made 1"], host.Graph.Texts);
        Assert.Equal(1, host.Flow.RunsOf("made"));
    }

    [Fact]
    public async Task What_is_kept_is_not_readable_in_the_file()
    {
        await using var host = await EngineHost.StartAsync();
        var hold = new TaskCompletionSource();
        host.Flow.During = (text, aborted) => text == "after" ? hold.Task.WaitAsync(aborted) : Task.CompletedTask;

        await host.SayAsync("once");
        await host.UntilAsync(() => host.Flow.RunsOf("after") == 1);

        Assert.Equal(0, host.Number("SELECT instr(CAST(result AS TEXT), '\"N\"') FROM steps"));
        hold.SetResult();
    }
}
