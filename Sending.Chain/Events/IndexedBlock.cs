namespace Sending.Chain.Events;

/// <summary>A block as events need it: protocol rules compare timestamps, and a reorganisation shows in the parent's hash.</summary>
/// <param name="Number">The block's number.</param>
/// <param name="Hash">Its hash, 0x and 64 lower-case digits.</param>
/// <param name="ParentHash">The hash of the block before it.</param>
/// <param name="Time">Its timestamp.</param>
public sealed record IndexedBlock(long Number, string Hash, string ParentHash, DateTimeOffset Time);
