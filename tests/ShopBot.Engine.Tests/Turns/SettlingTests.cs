using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Tests.Turns;

public sealed class SettlingTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    [Fact]
    public void Waits_as_long_as_something_came_in_the_last_window()
    {
        var settling = new Settling();

        Assert.Equal(Window, settling.Wait(Window, Events(1, 1)));
        Assert.Equal(Window, settling.Wait(Window, Events(1, 2)));
        Assert.Null(settling.Wait(Window, Events(1, 2)));
    }

    [Fact]
    public void Does_not_wait_for_ever_nor_without_a_window()
    {
        var settling = new Settling();

        Assert.Null(settling.Wait(TimeSpan.Zero, Events(1, 1)));
        Assert.Equal(5, Enumerable.Range(1, 30).TakeWhile(count => settling.Wait(Window, Events(1, count)) is not null).Count());
    }

    [Fact]
    public void Next_message_begins_anew()
    {
        var settling = new Settling();
        settling.Wait(Window, Events(1, 1));
        Assert.Null(settling.Wait(Window, Events(1, 1)));

        Assert.Equal(Window, settling.Wait(Window, Events(2, 1)));
    }

    private static List<LaneEvent> Events(long first, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new LaneEvent(first + i, $"k{first + i}", "whatsapp.message", default, DateTimeOffset.UnixEpoch, 0, null))];
}
