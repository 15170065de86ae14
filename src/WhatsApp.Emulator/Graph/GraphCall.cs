namespace WhatsApp.Emulator;

/// <summary>A call that was let through to a node, with what the path named after the edge.</summary>
internal sealed record GraphCall<TNode>(GraphRequest Request, Access Access, TNode Node, string Rest, CancellationToken CancellationToken)
{
    /// <summary>The parameters, wherever they were put.</summary>
    public Param Input => Request.Input;
}
