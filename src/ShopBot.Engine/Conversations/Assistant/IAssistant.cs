namespace ShopBot.Engine.Conversations;

/// <summary>Answers a text that no route takes, before <c>Otherwise</c> does. There is none unless one is registered; see the package ShopBot.Assistant.</summary>
public interface IAssistant
{
    /// <summary>Answers by replies and by the flow's own actions, or declines.</summary>
    /// <param name="request">What was said, and what may be done.</param>
    /// <returns>False when it does not answer: then the flow's <c>Otherwise</c> does. Nothing may have been replied then.</returns>
    ValueTask<bool> AnswerAsync(AssistantRequest request);
}
