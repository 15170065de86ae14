namespace ShopBot.Engine.Conversations;

/// <summary>Why a flow runs.</summary>
public enum TurnEntry
{
    /// <summary>The event of the turn is for it.</summary>
    Event,

    /// <summary>Another flow went to it (<c>turn.GoTo&lt;TFlow&gt;()</c>).</summary>
    Entered,

    /// <summary>A flow it had called came back (<c>turn.Return()</c>).</summary>
    Returned,

    /// <summary>A person of the store gave the conversation back.</summary>
    HandedBack,

    /// <summary>Messages waited too long, and get one answer together.</summary>
    Backlog,
}
