namespace WhatsApp.Client;

/// <summary>A flow that was created.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ValidationErrors">What is wrong with its JSON; a draft may have errors.</param>
public sealed record FlowCreated(FlowId Id, IReadOnlyList<FlowValidationError> ValidationErrors);
