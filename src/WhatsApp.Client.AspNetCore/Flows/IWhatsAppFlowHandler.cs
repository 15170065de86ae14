namespace WhatsApp.Client.AspNetCore;

/// <summary>
/// Answers the screens of WhatsApp Flows. One is made per request.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/guides/implementingyourflowendpoint">flow endpoint</see>.
/// </summary>
public interface IWhatsAppFlowHandler
{
    /// <summary>Finds the keys of whoever owns the address. Nothing is verified yet: answer from the route alone.</summary>
    /// <param name="routeValues">The values of the route, such as a store's id.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    /// <returns>The keys, or null when nobody owns the address.</returns>
    ValueTask<FlowKeys?> FindKeysAsync(IReadOnlyDictionary<string, string> routeValues, CancellationToken cancellationToken);

    /// <summary>Answers a screen. Pings and error notices are answered before. The platform waits about ten seconds.</summary>
    /// <param name="request">What the flow asks.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken);

    /// <summary>The phone tells that it could not use the last answer. Does nothing unless implemented.</summary>
    /// <param name="request">Its <see cref="FlowRequest.Data"/> has <c>error</c> and <c>error_message</c>.</param>
    /// <param name="cancellationToken">The request was aborted.</param>
    ValueTask ErrorAsync(FlowRequest request, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
