using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Turns;

namespace ShopBot.Assistant;

/// <summary>Asks the model, does what it wants done through the flow's own actions, and falls back to the flow when it is slow, fails, or has used up the store's tokens.</summary>
internal sealed partial class ChatAssistant(IChatClient client, AssistantOptions options, TimeProvider time, ILogger<ChatAssistant> logger) : IAssistant
{
    private readonly TokenBudget _budget = new(options.TokensPerStoreAndDay, time);

    public async ValueTask<bool> AnswerAsync(AssistantRequest request)
    {
        var turn = request.Turn;
        if (!_budget.HasLeft(turn.Store.Id))
        {
            Log.NoTokensLeft(logger);
            return false;
        }

        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, turn.Aborted);
        var before = turn.Replies.Count;
        string said;
        try
        {
            said = await ConverseAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ActionFailedException && !turn.Aborted.IsCancellationRequested)
        {
            // The model is away or slow. What its tools have shown already is an answer; else the flow gives one.
            Log.NoAnswer(logger, e.GetType().Name);
            said = "";
        }
        catch (ActionFailedException e)
        {
            // The flow's own fault: the turn fails as it would have by the button.
            throw e.InnerException!;
        }

        if (said.Length > 0)
            request.Say(said);
        if (turn.Replies.Count == before)
            return false;
        request.Remember(Bounded([.. request.History, new TalkLine(false, request.Text), .. said.Length > 0 ? [new TalkLine(true, said)] : Array.Empty<TalkLine>()]));
        return true;
    }

    private async Task<string> ConverseAsync(AssistantRequest request, CancellationToken cancellationToken)
    {
        var turn = request.Turn;
        List<ChatMessage> messages = [new(ChatRole.System, string.Format(CultureInfo.InvariantCulture, options.Instructions, turn.Store.Name, turn.Locale))];
        foreach (var line in Bounded(request.History))
            messages.Add(new ChatMessage(line.ByAssistant ? ChatRole.Assistant : ChatRole.User, line.Text));
        messages.Add(new ChatMessage(ChatRole.User, request.Text));
        var chat = new ChatOptions { MaxOutputTokens = options.MaxOutputTokens, Tools = [.. request.Actions.Select(action => new ActionTool(action))] };

        for (var round = 1; ; round++)
        {
            if (round == options.MaxRounds)
                chat.Tools = null;
            var response = await client.GetResponseAsync(messages, chat, cancellationToken).ConfigureAwait(false);
            _budget.Use(turn.Store.Id, response.Usage?.TotalTokenCount ?? Estimate(messages, response));
            List<FunctionCallContent> calls = [.. response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];
            if (calls.Count == 0 || round == options.MaxRounds)
                return response.Text.Trim();
            messages.AddRange(response.Messages);
            List<AIContent> results = [];
            foreach (var call in calls)
                results.Add(new FunctionResultContent(call.CallId, await DoAsync(request, call, cancellationToken).ConfigureAwait(false)));
            messages.Add(new ChatMessage(ChatRole.Tool, results));
        }
    }

    private static async Task<string> DoAsync(AssistantRequest request, FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (request.Actions.FirstOrDefault(action => action.Name == call.Name) is not { } action)
            return "There is no such tool.";
        try
        {
            return await action.InvokeAsync(ToJson(call.Arguments), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new ActionFailedException(e);
        }
    }

    /// <summary>The newest lines that fit.</summary>
    private List<TalkLine> Bounded(IReadOnlyList<TalkLine> lines)
    {
        var kept = new List<TalkLine>();
        var characters = 0;
        for (var i = lines.Count - 1; i >= 0 && kept.Count < options.MaxHistoryLines; i--)
        {
            characters += lines[i].Text.Length;
            if (characters > options.MaxHistoryCharacters)
                break;
            kept.Insert(0, lines[i]);
        }

        return kept;
    }

    /// <summary>For models that do not count: about four characters a token.</summary>
    private static long Estimate(List<ChatMessage> messages, ChatResponse response) => (messages.Sum(message => (long)message.Text.Length) + response.Text.Length) / 4;

    private static string ToJson(IDictionary<string, object?>? arguments)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments ?? new Dictionary<string, object?>())
            {
                writer.WritePropertyName(name);
                switch (value)
                {
                    case null: writer.WriteNullValue(); break;
                    case JsonElement element: element.WriteTo(writer); break;
                    case string text: writer.WriteStringValue(text); break;
                    case bool flag: writer.WriteBooleanValue(flag); break;
                    case int number: writer.WriteNumberValue(number); break;
                    case long number: writer.WriteNumberValue(number); break;
                    case double number: writer.WriteNumberValue(number); break;
                    case decimal number: writer.WriteNumberValue(number); break;
                    default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A flow's action as the model sees it.</summary>
    private sealed class ActionTool(FlowAction action) : AIFunctionDeclaration
    {
        public override string Name => action.Name;

        public override string Description => action.Description;

        public override JsonElement JsonSchema { get; } = Parse(action.Schema);

        private static JsonElement Parse(string json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
    }

    private sealed class ActionFailedException(Exception inner) : Exception(null, inner);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "The model gave no answer ({Fault}); the flow answers.")]
        public static partial void NoAnswer(ILogger logger, string fault);

        [LoggerMessage(EventId = 1402, Level = LogLevel.Information, Message = "A store has used its tokens for today; the flow answers.")]
        public static partial void NoTokensLeft(ILogger logger);
    }
}
