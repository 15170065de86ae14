using System.Globalization;
using System.Text.Json;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>Answered by one of several options.</summary>
internal sealed class ChoiceQuestion<TState, T> : Question<TState, T>
    where TState : class, new()
{
    private const int MostButtons = 3;
    private const int MostRows = 10;
    private const int RowsBesideMore = 9;
    private readonly Func<Turn<TState>, ValueTask<IReadOnlyList<Option<T>>>> _options;
    private readonly TapCodec _codec;

    public ChoiceQuestion(
        string name, Func<Turn<TState>, string> prompt, Func<Turn<TState>, ValueTask<IReadOnlyList<Option<T>>>> options, Func<Turn<TState>, T, Task> handler, TapCodec codec)
        : base(name, prompt, handler)
    {
        _options = options;
        _codec = codec;
        _ = codec.InfoOf<T>();
    }

    internal override Task TakeTapAsync(Turn<TState> turn, OpenQuestion open, TapText tap)
    {
        var body = tap.Json.Span;
        if (body is ['+', .. var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return PutAsync(turn, open, Prompt(turn), number);
        try
        {
            if (body is ['{', .. var value, '}'] && JsonSerializer.Deserialize(value, _codec.InfoOf<T>()) is { } answer)
                return AnswerAsync(turn, open, answer);
        }
        catch (JsonException)
        {
            // Written by another version, and means something else now.
        }

        return turn.GoStaleAsync();
    }

    private protected override async Task PutAsync(Turn<TState> turn, OpenQuestion open, string text, int page)
    {
        var options = await _options(turn).ConfigureAwait(false);
        if (options.Count == 0)
        {
            Close(turn);
            await (GivenUp?.Invoke(turn) ?? turn.Says(turn.Context.EngineText(EngineText.NothingToChoose))).ConfigureAwait(false);
            return;
        }

        turn.Reply(options.Count <= MostButtons && options.All(option => option.Title.Length <= FittedText.ButtonTitle && option.Description is null)
            ? Buttons(open, text, options)
            : List(turn, open, text, options, page));
    }

    private protected override Task TakeTextAsync(Turn<TState> turn, OpenQuestion open, string text)
    {
        return MatchAsync();

        async Task MatchAsync()
        {
            var options = await _options(turn).ConfigureAwait(false);
            var folded = WordText.Fold(text);
            for (var i = 0; i < options.Count; i++)
            {
                if (folded.Length > 0 && (folded == WordText.Fold(options[i].Title) || folded == (i + 1).ToString(CultureInfo.InvariantCulture)))
                {
                    await AnswerAsync(turn, open, options[i].Value).ConfigureAwait(false);
                    return;
                }
            }

            // A word the flow knows everywhere is meant; the question stays open.
            if (turn.Flow.Routes.Words.Find(text, turn.Locale) is { } words)
                await words(turn).ConfigureAwait(false);
            else
                await RepeatAsync(turn, open, Hint(turn)).ConfigureAwait(false);
        }
    }

    private protected override bool Reads(MessageReceived message) => false;

    private protected override Task AnswerMessageAsync(Turn<TState> turn, OpenQuestion open, MessageReceived message) => Task.CompletedTask;

    private ReplyButtonsMessage Buttons(OpenQuestion open, string text, IReadOnlyList<Option<T>> options)
    {
        var titles = FittedText.Distinct(options.Select(option => option.Title), FittedText.ButtonTitle);
        return new ReplyButtonsMessage(text, [.. options.Select((option, i) => new ReplyButton(_codec.WriteAnswer(open, option.Value, TapCodec.MaxButtonId), titles[i]))]);
    }

    private ListMessage List(Turn<TState> turn, OpenQuestion open, string text, IReadOnlyList<Option<T>> options, int page)
    {
        var paged = options.Count > MostRows;
        var first = paged ? Math.Clamp(page, 0, (options.Count - 1) / RowsBesideMore) * RowsBesideMore : 0;
        var shown = options.Skip(first).Take(paged ? RowsBesideMore : MostRows).ToList();
        var more = turn.Context.EngineText(EngineText.More);
        var titles = FittedText.Distinct(shown.Select(option => option.Title), FittedText.RowTitle, more);
        List<ListRow> rows = [.. shown.Select((option, i) => new ListRow(
            _codec.WriteAnswer(open, option.Value, TapCodec.MaxRowId), titles[i], FittedText.Cut(option.Description ?? (titles[i] == option.Title ? "" : option.Title), FittedText.RowDescription) is { Length: > 0 } second ? second : null))];
        if (paged)
            rows.Add(new ListRow(_codec.WritePage(open, first + RowsBesideMore < options.Count ? (first / RowsBesideMore) + 1 : 0), more));
        return new ListMessage(text, turn.Context.EngineText(EngineText.Choose), [new ListSection(null, rows)]);
    }
}
