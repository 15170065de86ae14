using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;
using static ShopBot.Engine.Tests.Conversations.SampleFlow;

namespace ShopBot.Engine.Tests.Conversations.Questions;

/// <summary>Each turn begins with the stored document, as after a restart: see <see cref="Talk"/>.</summary>
public sealed class QuestionTests
{
    private static readonly MediaReceived Picture = new ImageReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Incoming.Now, Type = "image", From = new MessageSender(), MediaId = new WhatsApp.Client.MediaId("m1"),
    };

    private int _colours = 3;

    private Talk NewTalk() => new(on =>
    {
        on.Says("name", turn => turn.Ask("name"));
        on.Says("colour", turn => turn.Ask("colour"));
        on.Says("photo", turn => turn.Ask("photo"));
        on.Says("cart", turn => turn.Says("your cart"));
        on.Tap<Finish>((turn, _) => turn.Says("finished"));
        on.AskText("name", "Your name?", (turn, name) => turn.Says($"Hello {name}"))
            .Valid(name => name.Length > 1, "Longer, please.").Or("skip", turn => turn.Says("skipped")).Within(TimeSpan.FromMinutes(5), turn => turn.Says("too late"))
            .Tries(3, turn => turn.Says("enough")).Cancel(turn => turn.Says("left"));
        on.AskChoice<int>("colour", "Which colour?", _ => new([.. Enumerable.Range(1, _colours).Select(i => new Option<int>($"Colour {i}", i * 10))]), (turn, colour) => turn.Says($"colour {colour}"));
        on.AskMedia<ImageReceived>("photo", "A photo?", (turn, image) => turn.Says($"got {image.MediaId.Value}")).Hint("Not words.");
        on.Stale(turn => turn.Says("stale"));
        on.Otherwise(turn => turn.Says("otherwise"));
    });

    [Fact]
    public async Task Text_is_checked_asked_again_and_taken()
    {
        var talk = await NewTalk().SayAsync("name");
        Assert.Equal(["Your name?"], talk.Texts);
        Assert.Equal(["Longer, please.\n\nYour name?"], (await talk.SayAsync("A")).Texts);
        Assert.Equal(["Your name?"], (await talk.RunAsync(new MessageTurn(Picture))).Texts);
        Assert.NotNull(talk.Document.Current.Question);

        var again = await NewTalk().SayAsync("name");
        Assert.Equal(["Hello cart"], (await again.SayAsync("  cart ")).Texts);
        Assert.Null(again.Document.Current.Question);
        Assert.Equal(["your cart"], (await again.SayAsync("cart")).Texts);
    }

    [Fact]
    public async Task Too_many_answers_that_do_not_do_end_it()
    {
        var talk = await NewTalk().SayAsync("name");
        await talk.SayAsync("A");
        await talk.SayAsync("B");

        Assert.Equal(["enough"], (await talk.SayAsync("C")).Texts);
        Assert.Equal(["otherwise"], (await talk.SayAsync("D")).Texts);
    }

    [Theory]
    [InlineData("cancel", "left")]
    [InlineData("Never mind!", "left")]
    [InlineData("skip", "skipped")]
    [InlineData("please cancel it", "Hello please cancel it")]
    [InlineData("skip it", "Hello skip it")]
    public async Task Words_beside_the_answer_must_be_the_whole_message(string text, string answer)
    {
        var talk = await NewTalk().SayAsync("name");

        Assert.Equal([answer], (await talk.SayAsync(text)).Texts);
        Assert.Null(talk.Document.Current.Question);
    }

    [Fact]
    public async Task Time_ends_it_once_and_only_the_question_that_set_it()
    {
        var talk = await NewTalk().SayAsync("name");
        var first = Assert.Single(talk.Last.Timers);
        Assert.Equal(Incoming.Now.AddMinutes(5), first.DueAt);
        await talk.SayAsync("Ada");
        Assert.Null(Assert.Single(talk.Last.Timers).DueAt);

        await talk.SayAsync("name");
        var second = talk.Last.Timers[^1];
        Assert.Empty((await talk.RunAsync(new TimerTurn(first.Name, first.Payload))).Texts);
        Assert.Equal(["too late"], (await talk.RunAsync(new TimerTurn(second.Name, second.Payload))).Texts);
        Assert.Empty((await talk.RunAsync(new TimerTurn(second.Name, second.Payload))).Texts);
    }

    [Fact]
    public async Task Choice_is_taken_by_tap_title_or_number_and_other_words_go_their_way()
    {
        foreach (var text in new[] { "colour 2", "COLOUR 2!", "2" })
            Assert.Equal(["colour 20"], (await (await NewTalk().SayAsync("colour")).SayAsync(text)).Texts);

        var talk = await NewTalk().SayAsync("colour");
        var buttons = Assert.IsType<ReplyButtonsMessage>(talk.Last.Replies[0]).Buttons;
        Assert.Equal(["your cart"], (await talk.SayAsync("cart")).Texts);
        Assert.IsType<ReplyButtonsMessage>((await talk.SayAsync("green")).Last.Replies[0]);
        Assert.Equal(["colour 30"], (await talk.RunAsync(Incoming.Button(buttons[2].Id))).Texts);
        Assert.Equal(["stale"], (await talk.RunAsync(Incoming.Button(buttons[2].Id))).Texts);

        await talk.SayAsync("colour");
        Assert.Equal(["stale"], (await talk.RunAsync(Incoming.Button(buttons[2].Id))).Texts);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(25)]
    public async Task Many_options_are_a_list_with_pages_and_each_is_offered_once(int options)
    {
        _colours = options;
        var talk = await NewTalk().SayAsync("colour");
        var seen = new List<string>();
        for (var more = true; more;)
        {
            var list = Assert.IsType<ListMessage>(talk.Last.Replies[0]);
            Assert.Empty(list.Validate());
            var rows = list.Sections[0].Rows;
            seen.AddRange(rows.Select(row => row.Title).Where(title => title != "More…"));
            more = rows[^1].Title == "More…" && seen.Count < options;
            if (more)
                await talk.RunAsync(Incoming.Row(rows[^1].Id));
        }

        Assert.Equal(Enumerable.Range(1, options).Select(i => $"Colour {i}"), seen);
        var last = Assert.IsType<ListMessage>(talk.Last.Replies[0]).Sections[0].Rows.Last(row => row.Title != "More…");
        Assert.Equal([$"colour {options * 10}"], (await talk.RunAsync(Incoming.Row(last.Id))).Texts);
    }

    [Fact]
    public async Task Nothing_to_choose_says_so_and_waits_for_nothing()
    {
        _colours = 0;
        var talk = await NewTalk().SayAsync("colour");

        Assert.Single(talk.Texts);
        Assert.Null(talk.Document.Current.Question);
    }

    [Fact]
    public async Task Media_is_taken_words_are_not_and_buttons_work_meanwhile()
    {
        var talk = await NewTalk().SayAsync("photo");
        Assert.Equal(["Not words.\n\nA photo?"], (await talk.SayAsync("here")).Texts);
        Assert.Equal(["finished"], (await talk.RunAsync(Incoming.Button("sample.1:Finish"))).Texts);
        Assert.Equal(["otherwise"], (await talk.RunAsync(Incoming.OfType("reaction"))).Texts);
        Assert.Equal(["got m1"], (await talk.RunAsync(new MessageTurn(Picture))).Texts);
    }

    [Fact]
    public async Task Question_of_version_1_is_answered_in_version_2_by_words_and_by_its_old_button()
    {
        Talk Resumed(string question, int number)
        {
            var talk = new Talk(Bot.Of(new SampleFlow(2, on =>
            {
                on.Upgrade<DiaryV1>(1, old => new Diary { Entries = [$"was {old.Count}"] });
                on.AskText("name", "Your name?", (turn, name) => Write(name)(turn));
                on.AskChoice<int>("colour", "Which?", [new("Red", 1), new("Blue", 2)], (turn, colour) => Write($"colour {colour}")(turn));
            })));
            talk.Stored = Encoding.UTF8.GetBytes($$"""{"flow":"sample","v":1,"data":{"count":4},"ask":{"q":"{{question}}","n":{{number}},"tries":0},"asked":{{number}}}""");
            return talk;
        }

        Assert.Equal(["was 4", "Ada"], (await Resumed("name", 3).SayAsync("Ada")).Diary.Entries);
        Assert.Equal(["was 4", "colour 2"], (await Resumed("colour", 7).RunAsync(Incoming.Button("sample.1:?colour.7{2}"))).Diary.Entries);
        Assert.Equal(["was 4"], (await Resumed("gone", 7).SayAsync("Ada")).Diary.Entries);
    }

    [Fact]
    public async Task Question_that_nobody_listed_is_named()
    {
        var talk = new Talk(on => on.Otherwise(turn => turn.Ask("shoe-size")));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => talk.SayAsync("go"));
        Assert.Contains("on.AskText(\"shoe-size\"", fault.Message, StringComparison.Ordinal);
    }
}
