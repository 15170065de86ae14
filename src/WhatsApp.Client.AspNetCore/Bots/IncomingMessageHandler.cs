namespace WhatsApp.Client.AspNetCore;

/// <summary>Handles one message of a customer.</summary>
/// <param name="message">The message, and the number to answer it from.</param>
/// <param name="cancellationToken">The request was aborted.</param>
public delegate Task IncomingMessageHandler(IncomingMessage message, CancellationToken cancellationToken);
