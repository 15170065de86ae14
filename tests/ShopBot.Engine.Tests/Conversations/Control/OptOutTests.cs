using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using static ShopBot.Engine.Tests.Conversations.SampleFlow;

namespace ShopBot.Engine.Tests.Conversations.Control;

public sealed class OptOutTests
{
    private readonly Talk _talk = new(on =>
    {
        on.Event("order.paid", (turn, _) =>
        {
            Write("paid")(turn);
            return turn.Says("Paid!");
        });
        on.Timer("later", turn => turn.Says("Remember us?"));
        on.Otherwise(turn => turn.Says("hello"));
    });

    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData(" Stop. ")]
    [InlineData("Unsubscribe")]
    [InlineData("opt-out")]
    public async Task Word_alone_ends_everything_the_bot_says_and_is_confirmed_once(string word)
    {
        await _talk.SayAsync(word);
        Assert.Contains("START", Assert.Single(_talk.Texts), StringComparison.Ordinal);
        Assert.Equal(ConversationEvents.ConsentChanged, Assert.Single(_talk.Last.Events).Kind);
        Assert.Equal(LaneControl.Muted, _talk.Last.Control);

        foreach (var again in new[] { word, "hello?", "are you there" })
            Assert.Empty((await _talk.SayAsync(again)).Last.Replies);
        Assert.Empty((await _talk.RunAsync(new TimerTurn("sample/later", default))).Last.Replies);
    }

    [Theory]
    [InlineData("can I stop by tomorrow?")]
    [InlineData("don't stop")]
    [InlineData("stop sign")]
    [InlineData("non-stop")]
    [InlineData("stopp")]
    [InlineData("start")]
    public async Task Word_inside_a_sentence_or_of_another_language_is_no_opt_out(string text) => Assert.Equal(["hello"], (await _talk.SayAsync(text)).Texts);

    [Theory]
    [InlineData("de", "Stopp")]
    [InlineData("de-AT", "abmelden!")]
    [InlineData("de", "STOP")]
    [InlineData("ar", "إيقاف")]
    [InlineData("ar-EG", "ايقاف")]
    [InlineData("hi", "बंद करें")]
    [InlineData("fr", "ARRET")]
    public async Task Words_of_the_customers_language_count_as_well_as_English(string locale, string word)
    {
        var talk = new Talk(on => on.Otherwise(turn => turn.Says("hello"))) { Store = new StoreProfile(StoreId.New(Incoming.Now), "d.myshopify.com", "Demo", null, "EUR", locale) };

        Assert.Equal(LaneControl.Muted, (await talk.SayAsync(word)).Last.Control);
    }

    [Fact]
    public async Task Events_still_change_the_state_and_say_nothing()
    {
        await _talk.SayAsync("STOP");
        await _talk.RunAsync(new ExternalTurn("order.paid", "{}"u8.ToArray()));

        Assert.Empty(_talk.Last.Replies);
        Assert.Equal(["paid"], _talk.Diary.Entries);
    }

    [Fact]
    public async Task Start_begins_again_and_a_command_of_the_store_does_not()
    {
        await _talk.SayAsync("STOP");
        await _talk.CommandAsync(LaneControl.Bot);
        Assert.Equal(LaneControl.Muted, _talk.Last.Control);

        await _talk.SayAsync("START");
        Assert.Single(_talk.Texts);
        Assert.Equal(["hello"], (await _talk.SayAsync("hi")).Texts);
    }

    [Fact]
    public async Task Conversation_that_began_with_stop_begins_with_the_start_route_later()
    {
        var talk = new Talk(on =>
        {
            on.Start(turn => turn.Says("welcome"));
            on.Otherwise(turn => turn.Says("hello"));
        });
        await talk.SayAsync("STOP");
        await talk.SayAsync("START");

        Assert.Equal(["welcome"], (await talk.SayAsync("hi")).Texts);
    }

    [Fact]
    public async Task Start_does_not_lift_what_the_store_muted()
    {
        await _talk.CommandAsync(LaneControl.Muted);
        Assert.Empty((await _talk.SayAsync("START")).Last.Replies);

        await _talk.CommandAsync(LaneControl.Bot);
        Assert.Equal(["hello"], (await _talk.SayAsync("hi")).Texts);
    }

    [Fact]
    public async Task Stop_counts_while_a_person_of_the_store_is_in_charge_and_inside_a_burst()
    {
        await _talk.CommandAsync(LaneControl.Human);
        Assert.Equal(LaneControl.Muted, (await _talk.SayAsync("stop")).Last.Control);

        var burst = new Talk(on =>
        {
            on.Coalesce(TimeSpan.FromSeconds(1));
            on.Text((turn, text) => turn.Says(text));
        });
        await burst.SayAsync("one", "two", "STOP", "three");
        Assert.Equal(["one\ntwo"], burst.Texts);
        Assert.Equal(2, burst.Last.Handled);
    }
}
