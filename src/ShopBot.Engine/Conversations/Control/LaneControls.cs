using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// Who answers: opt-out, hand-off and hand-back, before any middleware or flow. A person of the store is in charge: messages are stored and run nothing, timers and events
/// wait. The customer opted out: messages and timers run nothing; events still change the state, but say nothing.
/// </summary>
internal sealed class LaneControls(OptOutWords words, HandOffOptions handOff)
{
    public const string HandBackTimer = "~handback";
    private const int MostHeld = 32;

    /// <summary>True when the turn is done.</summary>
    public bool Take(TurnContext turn)
    {
        switch (turn.Event)
        {
            case ExternalTurn { Kind: ControlCommand.Kind } command:
                Apply(turn, ControlCommand.Read(command.Payload));
                return turn.Control != LaneControl.Bot || !turn.IsHandBack;
            case ExternalTurn { Kind: OwnerReply.Kind } reply:
                Say(turn, OwnerReply.Read(reply.Payload));
                return true;
            case ExternalTurn { Kind: EventKinds.Echo }:
                // The owner wrote from the phone app: a person is in charge.
                Apply(turn, new ControlCommand(LaneControl.Human));
                return true;
            case TimerTurn { Name: HandBackTimer }:
                if (turn.Control == LaneControl.Human && turn.Document?.HandBackAt <= turn.Now)
                    HandBack(turn, "time");
                return !turn.IsHandBack;
            case MessageTurn { Message: TextReceived text } when words.Read(text.Body, turn.Locale, turn.Control == LaneControl.Muted) is { } stops:
                return stops ? OptOut(turn) : OptIn(turn);
        }

        return turn.Control switch
        {
            LaneControl.Human => Hold(turn),
            LaneControl.Muted => turn.Event is not ExternalTurn,
            _ => false,
        };
    }

    public void HandOff(TurnContext turn, string? reason, TimeSpan? idle, TimeSpan? atMost)
    {
        if (turn.Control == LaneControl.Muted)
            return;
        var silence = atMost is null ? idle ?? handOff.Idle : idle;
        var until = turn.Now + (atMost ?? silence!.Value);
        turn.Control = LaneControl.Human;
        turn.Edit(document => document with { HandBackAt = until, HandBackIdle = silence });
        turn.SetEngineTimer(HandBackTimer, until);
        turn.Raise(ConversationEvents.HandedOff, new ConversationHandedOff(reason, until), TurnJson.Default.ConversationHandedOff);
    }

    private void Apply(TurnContext turn, ControlCommand command)
    {
        switch (command.Control)
        {
            case LaneControl.Human:
                if (turn.Control == LaneControl.Human)
                    Postpone(turn, command.Idle);
                else
                    HandOff(turn, null, command.Idle, null);
                break;
            case LaneControl.Muted:
                turn.Control = LaneControl.Muted;
                Forget(turn);
                break;
            default:
                // What the customer asked for, only the customer takes back.
                if (turn.Control == LaneControl.Human || (turn.Control == LaneControl.Muted && turn.Document?.OptedOut != true))
                    HandBack(turn, "command");
                break;
        }
    }

    /// <summary>A person of the store answers: from now on that person is in charge. Nothing is said to somebody who asked for silence.</summary>
    private void Say(TurnContext turn, OwnerReply reply)
    {
        if (turn.Document?.OptedOut == true)
            return;
        Apply(turn, new ControlCommand(LaneControl.Human, reply.Idle));
        turn.Reply(new TextMessage(reply.Text));
    }

    private static void HandBack(TurnContext turn, string cause)
    {
        turn.Control = LaneControl.Bot;
        turn.IsHandBack = true;
        Forget(turn);
        turn.Raise(ConversationEvents.HandedBack, new ConversationHandedBack(cause), TurnJson.Default.ConversationHandedBack);
    }

    private static void Forget(TurnContext turn)
    {
        if (turn.Document?.HandBackAt is not null)
            turn.SetEngineTimer(HandBackTimer, null);
        turn.Edit(document => document with { HandBackAt = null, HandBackIdle = null });
    }

    /// <summary>Every message of either side begins the silence anew.</summary>
    private static void Postpone(TurnContext turn, TimeSpan? idle)
    {
        if ((idle ?? turn.Document?.HandBackIdle) is not { } silence)
            return;
        turn.Edit(document => document with { HandBackAt = turn.Now + silence, HandBackIdle = silence });
        turn.SetEngineTimer(HandBackTimer, turn.Now + silence);
    }

    private static bool Hold(TurnContext turn)
    {
        var held = turn.Event switch
        {
            TimerTurn timer => new HeldEvent(true, timer.Name, timer.Payload),
            ExternalTurn external => new HeldEvent(false, external.Kind, external.Payload),
            _ => null,
        };
        if (held is not null)
            turn.Edit(document => document with { Held = [.. document.Held.TakeLast(MostHeld - 1), held] });
        else
            Postpone(turn, null);
        return true;
    }

    private static bool OptOut(TurnContext turn)
    {
        if (turn.Control == LaneControl.Muted)
        {
            turn.Edit(static document => document with { OptedOut = true });
            return true;
        }

        turn.Control = LaneControl.Muted;
        Forget(turn);
        turn.Edit(static document => document with { OptedOut = true, Held = [] });
        turn.Raise(ConversationEvents.ConsentChanged, new ConsentChanged(true), TurnJson.Default.ConsentChanged);
        turn.Reply(new TextMessage(turn.EngineText(EngineText.OptedOut)));
        return true;
    }

    private static bool OptIn(TurnContext turn)
    {
        if (turn.Document?.OptedOut != true)
            return true;
        turn.Control = LaneControl.Bot;
        turn.Edit(static document => document with { OptedOut = false });
        turn.Raise(ConversationEvents.ConsentChanged, new ConsentChanged(false), TurnJson.Default.ConsentChanged);
        turn.Reply(new TextMessage(turn.EngineText(EngineText.OptedIn)));
        return true;
    }
}
