using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <content>Which flow a turn is for, and what it takes together.</content>
public sealed partial class Bot
{
    private const int MaxTextLength = 4096;

    private ValueTask DispatchAsync(TurnContext turn)
    {
        if (turn.IsHandBack)
            return HandBackAsync(turn);
        var flow = Choose(turn);
        if (turn.Event is MessageTurn { Message: var message } && !IsTap(message) && !TakeTogether(turn, flow, message))
            return default;
        var run = flow.RunAsync(turn);
        return run.IsCompletedSuccessfully && turn.Next is null && !flow.MergesReplies && turn.Control == LaneControl.Bot ? default : EndFlowAsync(run, flow, turn);
    }

    private static async ValueTask EndFlowAsync(ValueTask run, IFlow flow, TurnContext turn)
    {
        var muted = turn.Control == LaneControl.Muted;
        await run.ConfigureAwait(false);
        for (var hops = 0; turn.Next is { } next; hops++)
        {
            if (hops == MostHops)
                throw new InvalidOperationException($"Flow '{flow.Name}' and others go to each other without end.");
            turn.Next = null;
            turn.Entry = turn.NextEntry;
            var caller = turn.Entry == TurnEntry.Entered ? flow.Name : null;
            turn.Edit(document => document with { Caller = caller });
            turn.MakeCurrent(next.Name);
            await next.RunAsync(turn).ConfigureAwait(false);
            flow = next;
        }

        if (muted)
            turn.DropReplies();
        else if (flow.MergesReplies && turn.Replies.Count > 1)
            turn.ReplaceReplies(Merged(turn.Replies));
    }

    /// <summary>The flow a turn is for. A message makes it the one that answers; timers and events do not.</summary>
    private IFlow Choose(TurnContext turn)
    {
        var current = Find(turn.CurrentFlow) ?? Main;
        switch (turn.Event)
        {
            case MessageTurn { Message: var message }:
                var flow = message switch
                {
                    ButtonReplyReceived reply => Find(TapCodec.FlowOf(reply.ReplyId)) ?? current,
                    ListReplyReceived reply => Find(TapCodec.FlowOf(reply.ReplyId)) ?? current,
                    _ => current,
                };
                if (turn.CurrentFlow is { Length: > 0 } answering && answering != flow.Name)
                    turn.MakeCurrent(flow.Name);
                return flow;
            case TimerTurn timer when timer.Name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && Find(timer.Name.AsSpan(0, slash)) is { } owner:
                turn.Event = timer with { Name = timer.Name[(slash + 1)..] };
                return owner;
            case ExternalTurn when _flows.Length > 1 && !current.Takes(turn.Event):
                return Array.Find(_flows, other => other.Takes(turn.Event)) ?? current;
            default:
                return current;
        }
    }

    /// <summary>Takes what belongs together with a message: what waited through a downtime, or a burst. False: nothing is left to answer.</summary>
    private bool TakeTogether(TurnContext turn, IFlow flow, MessageReceived message)
    {
        if (flow.BacklogAfter is { } after && turn.Now - message.Timestamp > after)
        {
            Join(turn, message, next => !IsTap(next) && turn.Now - next.Timestamp > after);
            if (turn.Document?.SummarisedAt is { } told && message.Timestamp <= told)
                return false;
            turn.Edit(document => document with { SummarisedAt = turn.Now });
            turn.Entry = TurnEntry.Backlog;
        }
        else if (flow.CoalesceWindow > TimeSpan.Zero && message is TextReceived && turn is { Attempt: 0, Following.Count: > 0 })
        {
            Join(turn, message, next => next is TextReceived text && !EngineTexts.IsCancel(text.Body, turn.Locale));
        }

        return true;
    }

    private void Join(TurnContext turn, MessageReceived first, Func<MessageReceived, bool> belongs)
    {
        List<string>? texts = null;
        foreach (var next in turn.Following)
        {
            // "STOP" has its own turn, wherever it stands.
            if (next is not MessageTurn { Message: var message } || !belongs(message) || (message is TextReceived word && _optOut.Read(word.Body, turn.Locale, muted: false) is not null))
                break;
            turn.Handled++;
            if (message is TextReceived text)
                (texts ??= [.. first is TextReceived start ? [start.Body] : Array.Empty<string>()]).Add(text.Body);
        }

        turn.Messages = turn.Handled;
        if (texts is not null)
            turn.JoinedText = string.Join('\n', texts);
    }

    /// <summary>The flow is told, then what waited has its turn, in order.</summary>
    private async ValueTask HandBackAsync(TurnContext turn)
    {
        var held = turn.Document?.Held ?? [];
        var command = turn.Event;
        turn.Edit(static document => document with { Held = [] });
        var flow = Find(turn.CurrentFlow) ?? Main;
        turn.Entry = TurnEntry.HandedBack;
        await EndFlowAsync(flow.RunAsync(turn), flow, turn).ConfigureAwait(false);
        turn.Entry = TurnEntry.Event;
        foreach (var one in held)
        {
            turn.Event = one.ToEvent();
            flow = Choose(turn);
            await EndFlowAsync(flow.RunAsync(turn), flow, turn).ConfigureAwait(false);
        }

        turn.Event = command;
    }

    private async ValueTask SendThroughMiddlewareAsync(TurnContext turn)
    {
        var sent = new List<OutgoingMessage>(turn.Replies.Count);
        foreach (var reply in turn.Replies.ToArray())
        {
            var message = (OutgoingMessage?)reply;
            foreach (var middleware in _outgoing)
            {
                if (message is not null)
                    message = await middleware.OnOutgoingAsync(message, turn).ConfigureAwait(false);
            }

            if (message is null)
                continue;
            if (!ReferenceEquals(message, reply) && message.Validate() is { Count: > 0 } faults)
                throw new InvalidMessageException(faults);
            sent.Add(message);
        }

        turn.ReplaceReplies(sent);
    }

    private static List<OutgoingMessage> Merged(IReadOnlyList<OutgoingMessage> replies)
    {
        var merged = new List<OutgoingMessage>(replies.Count);
        foreach (var reply in replies)
        {
            if (reply is TextMessage next && merged is [.., TextMessage last] && last.Body.Length + 2 + next.Body.Length <= MaxTextLength)
                merged[^1] = last with { Body = $"{last.Body}\n\n{next.Body}", PreviewUrl = last.PreviewUrl || next.PreviewUrl };
            else
                merged.Add(reply);
        }

        return merged;
    }

    private static bool IsTap(MessageReceived message) => message is ButtonReplyReceived or ListReplyReceived;
}
