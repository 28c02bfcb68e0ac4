using Sending.Chain.Errors;
using Sending.Chain.Rpc;
using Sending.Chain.Storage;

namespace Sending.Guardian.Storage;

/// <summary>What a guardian must not forget between two transactions, and what others have signed: one SQLite file, safe against power cuts.</summary>
internal static class GuardianStore
{
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE scores (epoch INTEGER PRIMARY KEY, scores BLOB NOT NULL, salt BLOB NOT NULL) STRICT;
        CREATE TABLE signatures (
          epoch INTEGER NOT NULL, guardian BLOB NOT NULL, digest BLOB NOT NULL,
          document BLOB NOT NULL, -- as GET /v1/settlements/{epoch}/signatures serves it, with this one alone
          PRIMARY KEY (epoch, guardian, digest)
        ) STRICT, WITHOUT ROWID;
        """,
        """
        CREATE TABLE probe_lines (
          id INTEGER PRIMARY KEY, edge BLOB NOT NULL, key BLOB NOT NULL UNIQUE, until_epoch INTEGER NOT NULL,
          units INTEGER NOT NULL, -- what probes may have cost
          deposit BLOB NOT NULL,
          batch BLOB -- address of the first key that shares its deposit's transaction
        ) STRICT;
        CREATE INDEX probe_lines_by_end ON probe_lines (until_epoch);
        CREATE TABLE probes (epoch INTEGER NOT NULL, edge BLOB NOT NULL, sent INTEGER NOT NULL, answered INTEGER NOT NULL, PRIMARY KEY (epoch, edge)) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>Opens or creates it.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.StateOfAnotherChain"/>, <see cref="ErrorCode.StateUnusable"/>.</exception>
    public static StateFile Open(string path, ChainIdentity chain) => StateFile.Open(path, chain, Migrations, StateDurability.Power);
}
