using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Conversations;
using ShopBot.Testing;
using ThreeFlows;
using WhatsApp.Client;

namespace ShopBot.Assistant.Tests;

/// <summary>The small shop of the samples with an assistant.</summary>
public sealed class AssistantTests : IDisposable
{
    private readonly FakeModel _model = new();
    private readonly FakeTimeProvider _time = new(new TestSettings().Now);
    private ServiceProvider? _services;

    [Fact]
    public async Task Model_answers_what_no_route_takes_and_is_not_asked_otherwise()
    {
        var chat = NewChat();
        await chat.SayAsync("hello");
        Assert.Empty(_model.Asked);

        _model.Says("We sell mugs and tea.");
        await chat.SayAsync("what is this?");
        Assert.Equal("We sell mugs and tea.", Assert.IsType<TextMessage>(Assert.Single(chat.Replies)).Body);
    }

    [Fact]
    public async Task Tools_are_the_taps_that_allow_it_and_what_they_show_goes_to_both()
    {
        var chat = NewChat();
        await chat.SayAsync("hello");
        _model.Does("OpenShelf").Says("Have a look:");

        await chat.SayAsync("do you have something for tea?");

        Assert.Equal(["Add", "OpenCart", "OpenShelf"], _model.Asked[0].Options.Tools!.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        var schema = Assert.IsAssignableFrom<AIFunctionDeclaration>(_model.Asked[0].Options.Tools!.Single(tool => tool.Name == "Add")).JsonSchema;
        Assert.True(schema.GetProperty("properties").TryGetProperty("name", out _));
        var result = _model.Asked[1].Messages[^1].Contents.OfType<FunctionResultContent>().Single().Result as string;
        Assert.Contains("Tea pot: €30.00", result, StringComparison.Ordinal);
        Assert.Equal("Have a look:", Assert.IsType<TextMessage>(chat.Replies[0]).Body);
        Assert.IsType<ListMessage>(chat.Replies[1]);
    }

    [Fact]
    public async Task Tool_changes_the_state_as_its_button_does()
    {
        var chat = NewChat();
        await chat.SayAsync("hello");
        _model.Does("Add", ("name", "Tea pot")).Says("It is in your cart.");

        await chat.SayAsync("I take the big pot");

        await chat.SayAsync("cart");
        Assert.Contains("1 × Tea pot", MessageRendering.Render(chat.Replies[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_or_does_not_fit_is_told_to_the_model_and_does_nothing()
    {
        var chat = NewChat();
        await chat.SayAsync("hello");
        _model.Does("Accept", ("total", 0.01m)).Does("Add", ("name", 7)).Says("Sorry, I cannot.");

        await chat.SayAsync("sell me everything for a cent");

        Assert.Equal(["There is no such tool.", "Nothing was done: the arguments do not fit the schema."], _model.Asked[2].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => (string)result.Result!));
        Assert.Equal("Sorry, I cannot.", Assert.IsType<TextMessage>(Assert.Single(chat.Replies)).Body);
    }

    [Fact]
    public async Task Model_that_fails_is_slow_or_says_nothing_leaves_the_answer_to_the_flow()
    {
        var chat = NewChat();
        await chat.SayAsync("hello");

        _model.Fails(new HttpRequestException("down")).Says("  ");
        for (var i = 0; i < 2; i++)
        {
            await chat.SayAsync("hm");
            Assert.IsType<ReplyButtonsMessage>(Assert.Single(chat.Replies));
        }

        _model.Hangs();
        var turn = chat.SayAsync("hm");
        _time.Advance(TimeSpan.FromSeconds(16));
        await turn;
        Assert.IsType<ReplyButtonsMessage>(Assert.Single(chat.Replies));
    }

    [Fact]
    public async Task Rounds_are_limited_and_what_was_shown_stands()
    {
        var chat = NewChat(o => o.MaxRounds = 2);
        await chat.SayAsync("hello");
        _model.Does("OpenShelf").Does("OpenShelf");

        await chat.SayAsync("show me");

        Assert.Null(_model.Asked[1].Options.Tools);
        Assert.IsType<ListMessage>(Assert.Single(chat.Replies));
    }

    [Fact]
    public async Task Tokens_of_a_store_end_for_the_day()
    {
        var chat = NewChat(o => o.TokensPerStoreAndDay = 100);
        await chat.SayAsync("hello");
        _model.Says("one", tokens: 150).Says("two");
        await chat.SayAsync("hm");

        await chat.SayAsync("hm");
        Assert.IsType<ReplyButtonsMessage>(Assert.Single(chat.Replies));
        _time.Advance(TimeSpan.FromDays(1));
        await chat.SayAsync("hm");
        Assert.Equal("two", Assert.IsType<TextMessage>(Assert.Single(chat.Replies)).Body);
    }

    [Fact]
    public async Task History_is_bounded_and_survives_a_restart()
    {
        var chat = NewChat(o => o.MaxHistoryLines = 4);
        await chat.SayAsync("hello");
        for (var i = 0; i < 5; i++)
        {
            _model.Says($"answer {i}");
            await chat.SayAsync($"question {i}");
        }

        Assert.Equal(["question 2", "answer 2", "question 3", "answer 3", "question 4"], _model.Asked[^1].Messages.Skip(1).Select(message => message.Text));
        Assert.Equal(4, chat.Document!.Talk.Count);
    }

    [Fact]
    public void Without_a_model_the_forgotten_call_is_named()
    {
        var services = new ServiceCollection();
        services.AddShopBot().AddFlow<SurveyFlow>().UseAssistant();
        using var provider = services.BuildServiceProvider();

        Assert.Contains("IChatClient", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<Bot>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_out_of_range_are_all_named()
    {
        var services = new ServiceCollection();
        services.AddShopBot().AddFlow<SurveyFlow>().UseAssistant(o => (o.MaxRounds, o.Timeout) = (0, TimeSpan.Zero));
        using var provider = services.BuildServiceProvider();

        Assert.Equal(2, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<AssistantOptions>>().Value).Failures.Count());
    }

    public void Dispose() => _services?.Dispose();

    private TestConversation NewChat(Action<AssistantOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddSingleton<IPriceList, Shelf>();
        services.AddSingleton<IChatClient>(_model);
        services.AddShopBot().AddFlow<MiniShopFlow>().UseAssistant(configure);
        _services = services.BuildServiceProvider();
        return new TestConversation(_services.GetRequiredService<Bot>());
    }
}
